package org.cartwright.carts.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPackage;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.packageLine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.carts.ServedCart;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.bodies.LineBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class CartSearchTests {

  /** Its carts are looked for, and changed by nobody. */
  private static Clinic clinic;

  private static String lee;

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  @BeforeAll
  static void openAClinicWithFourCarts(@Autowired Clinics clinics) {
    clinic = clinics.open();
    lee = clinic.provider();
    patient("jane", "Jane", "Doe", "+1 (555) 010-9999");
    patient("ana", "Ana", "de la Cruz", "555.020.1111");
    patient("percy", "Percy", "100%_Sure", "");
    item("filler", "Hyaluronic Filler 50%", 3000);
    item("serum", "Vitamin_C serum", 2000);
    clinic
        .api()
        .post("/inventory/packages/create", aPackage("Summer Glow").id("glow").price(1000))
        .ok();
    cart("Cart-Alpha", "jane", "2099-01-04", line("filler"));
    cart("cart-beta", "ana", "2099-01-02", line("serum"));
    cart("cart-gamma", "percy", null, packageLine("glow"));
    cart("cart-delta", "jane", "2099-01-03");
    clinic
        .api()
        .put(
            "/billing/cart/cart-beta",
            aCart().of("ana").by(lee).status("ABANDONED").expires("2099-01-02").with(line("serum")))
        .ok();
  }

  private static void patient(String id, String first, String last, String phone) {
    clinic.patient(aPatient(first, last).id(id).phone(phone));
  }

  private static void item(String id, String name, long price) {
    clinic.item(anItem(name).id(id).price(price));
  }

  private static void cart(String id, String patient, @Nullable String expires, LineBody... lines) {
    clinic
        .api()
        .post("/billing/cart", aCart().id(id).of(patient).with("expiresDate", expires).with(lines))
        .ok();
  }

  private static List<String> found(String query) {
    return foundAt(clinic, query);
  }

  private static List<String> foundAt(Clinic clinic, String query) {
    var page = clinic.api().get("/billing/cart?" + query).ok();
    var ids = ServedCart.each(page, "/data", "/id");
    assertThat(page.number("/total")).isEqualTo(ids.size());
    return ids;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jane                  | cart-delta Cart-Alpha
          DOE                   | cart-delta Cart-Alpha
          jane doe              | cart-delta Cart-Alpha
          doe, jane             | cart-delta Cart-Alpha
          de la cruz            | cart-beta
          555-010-9999          | cart-delta Cart-Alpha
          5550109999            | cart-delta Cart-Alpha
          (555) 020 1111        | cart-beta
          ART-ALPH              | Cart-Alpha
          cart-                 | cart-delta cart-gamma cart-beta Cart-Alpha
          perc                  | cart-gamma
          sam lee               | cart-beta
          abandoned             | cart-beta
          ABAND                 | cart-beta
          hyaluronic            | Cart-Alpha
          HYALURONIC filler     | Cart-Alpha
          summer gl             | cart-gamma
          50%                   | Cart-Alpha
          100%_                 | cart-gamma
          n_c                   | cart-beta
          f_ller                | ''
          %                     | cart-gamma Cart-Alpha
          _                     | cart-gamma cart-beta
          \\                    | ''
          nothing like it       | ''
          converted             | ''
          """)
  void searchLooksAtPeopleIdsStatusAndNamesAndTakesEveryCharacterForItself(
      String search, String expected) {
    var ids = found("search=" + URLEncoder.encode(search, StandardCharsets.UTF_8));

    assertThat(String.join(" ", ids)).isEqualTo(expected);
  }

  @Test
  void aBlankSearchIsNone() {
    assertThat(found("search=")).hasSize(4);
    assertThat(found("search=%20%20")).hasSize(4);
  }

  @Test
  void aNameThatWasChangedInTheCatalogIsFoundAsTheCartHasIt() {
    var changed = clinics.like(clinic);
    changed.api().put("/inventory/items/update/filler", anItem("Botox")).ok();

    assertThat(foundAt(changed, "search=hyaluronic")).containsExactly("Cart-Alpha");
    assertThat(foundAt(changed, "search=botox")).isEmpty();
    assertThat(changed.api().get("/billing/cart/Cart-Alpha").ok().at("/items/0/item/name"))
        .isEqualTo("Hyaluronic Filler 50%");
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                   cart-delta cart-gamma cart-beta Cart-Alpha",
    "sort_direction=asc,                   Cart-Alpha cart-beta cart-gamma cart-delta",
    "sort_by=created_date,                 cart-delta cart-gamma cart-beta Cart-Alpha",
    "sort_by=createdDate&sort_direction=ASC, Cart-Alpha cart-beta cart-gamma cart-delta",
    "sort_by=updated_date,                 cart-beta cart-delta cart-gamma Cart-Alpha",
    "sort_by=updated_date&sort_direction=asc, Cart-Alpha cart-gamma cart-delta cart-beta",
    "sort_by=expires_date&sort_direction=asc, cart-beta cart-delta Cart-Alpha cart-gamma",
    "sort_by=expires_date&sort_direction=desc, cart-gamma Cart-Alpha cart-delta cart-beta",
    "sort_by=total&sort_direction=asc,     cart-delta cart-gamma cart-beta Cart-Alpha",
    "sort_by=total&sort_direction=desc,    Cart-Alpha cart-beta cart-gamma cart-delta",
    "sort_by=status&sort_direction=asc,    cart-beta Cart-Alpha cart-gamma cart-delta",
    "sort_by=status&sort_direction=desc,   cart-delta cart-gamma Cart-Alpha cart-beta",
    "sort_by=patient_name&sort_direction=asc,  cart-gamma cart-beta Cart-Alpha cart-delta",
    "sort_by=patient_name&sort_direction=desc, cart-delta Cart-Alpha cart-beta cart-gamma"
  })
  void cartsAreSortedByWhatIsAsked(String query, String expected) {
    assertThat(String.join(" ", found(query))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                      Cart-Alpha cart-gamma cart-beta cart-delta",
    "statuses=DRAFT&statuses=EXPIRED,         Cart-Alpha cart-gamma cart-beta cart-delta",
    "statuses=DRAFT&statuses=ABANDONED,       Cart-Alpha cart-gamma",
    "statuses=EXPIRED,                        cart-beta cart-delta",
    "statuses=EXPIRED&statuses=ABANDONED,     cart-beta cart-delta",
    "search=cart-,                            Cart-Alpha cart-gamma cart-beta cart-delta",
    "search=summer,                           cart-gamma",
    "patient_id=jane,                         Cart-Alpha cart-delta",
  })
  void whatIsOverdueStandsWithTheExpiredInAListByStatus(String query, String expected) {
    var past = Duration.between(Instant.now(), Instant.parse("2099-01-04T12:00:00Z"));
    clock.in(
        past,
        () -> {
          var ascending = found(query + "&sort_by=status&sort_direction=asc");
          assertThat(String.join(" ", ascending)).isEqualTo(expected);
          assertThat(found(query + "&sort_by=status&sort_direction=desc"))
              .isEqualTo(ascending.reversed());
          assertThat(String.join(" ", pageByPage(query + "&sort_by=status&sort_direction=asc")))
              .isEqualTo(expected);
        });
  }

  private List<String> pageByPage(String query) {
    var ids = new ArrayList<String>();
    for (int page = 1; page <= 5; page++) {
      var one = clinic.api().get("/billing/cart?size=1&page=%d&%s".formatted(page, query)).ok();
      ids.addAll(ServedCart.each(one, "/data", "/id"));
    }
    return ids;
  }

  @Test
  void filtersNarrowEachOther() {
    assertThat(found("patient_id=jane")).containsExactly("cart-delta", "Cart-Alpha");
    assertThat(found("creator_id=" + lee)).containsExactly("cart-beta");
    assertThat(found("creator_id=none")).isEmpty();
    assertThat(found("statuses=DRAFT")).containsExactly("cart-delta", "cart-gamma", "Cart-Alpha");
    assertThat(found("statuses=ABANDONED&statuses=CONVERTED")).containsExactly("cart-beta");
    assertThat(found("statuses=DRAFT&patient_id=jane&search=filler")).containsExactly("Cart-Alpha");
    assertThat(found("statuses=ABANDONED&patient_id=jane")).isEmpty();
    var list = clinic.api().get("/billing/cart/list?patient_id=jane&status=DRAFT").ok();
    assertThat(ServedCart.each(list, "", "/id")).containsExactly("cart-delta", "Cart-Alpha");
  }

  @Test
  void pagesPartWhatTheyCount() {
    var first = clinic.api().get("/billing/cart?size=3").ok();
    var second = clinic.api().get("/billing/cart?size=3&page=2").ok();
    var third = clinic.api().get("/billing/cart?size=3&page=3").ok();
    assertThat(ServedCart.each(first, "/data", "/id"))
        .containsExactly("cart-delta", "cart-gamma", "cart-beta");
    assertThat(ServedCart.each(second, "/data", "/id")).containsExactly("Cart-Alpha");
    assertThat(third.text()).isEqualTo("{\"data\":[],\"total\":4}");
    assertThat(List.of(first.number("/total"), second.number("/total"))).containsOnly(4L);
    assertThat(clinic.api().get("/billing/cart?size=100&page=2147483647").ok().text())
        .isEqualTo("{\"data\":[],\"total\":4}");
    assertThat(first.json().at("/data/0"))
        .isEqualTo(clinic.api().get("/billing/cart/cart-delta").ok().json());
  }

  @Test
  void theListOfThousandsIsWholeAndInOrder() {
    var many = clinics.open();
    var cart = many.cart(many.patient(), line(many.item("Filler", 1234)));
    TestDatabase.shared().executeAsSuperuser(copies(many.id(), cart.at("/id"), 3000));

    var list = many.api().get("/billing/cart/list").ok();

    var ids = ServedCart.each(list, "", "/id");
    assertThat(ids).hasSize(3001).doesNotHaveDuplicates();
    assertThat(ids.getFirst()).isEqualTo(cart.at("/id"));
    assertThat(ids.get(1)).isEqualTo("copy-0001");
    assertThat(ids.getLast()).isEqualTo("copy-3000");
    assertThat(ServedCart.each(list, "", "/items/0/id"))
        .hasSize(3001)
        .allMatch(line -> line.startsWith("line"));
    var paged = new ArrayList<String>();
    for (int page = 1; page <= 31; page++) {
      var some = many.api().get("/billing/cart?size=100&page=" + page).ok();
      assertThat(some.number("/total")).isEqualTo(3001);
      some.json().get("data").forEach(one -> paged.add(one.toString()));
    }
    var listed = new ArrayList<String>();
    list.json().forEach(one -> listed.add(one.toString()));
    assertThat(listed).isEqualTo(paged);
    assertThat(many.api().get("/billing/cart/list?status=EXPIRED").ok().text()).isEqualTo("[]");
  }

  /** Copies of a cart with one line, each a minute older than the one before. */
  private static String[] copies(String tenant, String cart, int count) {
    return new String[] {
      """
      insert into cart (tenant_id, id, version, patient_id, status, currency, discount_kind, discount_value, subtotal,
                        discount_amount, tax_amount, total, created_date, updated_date)
      select tenant_id, 'copy-' || to_char(n, 'FM0000'), 0, patient_id, status, currency, discount_kind, discount_value,
             subtotal, discount_amount, tax_amount, total, created_date - n * interval '1 minute', updated_date
      from cart, generate_series(1, %d) n where tenant_id = '%s' and id = '%s'
      """
          .formatted(count, tenant, cart),
      """
      insert into cart_line (tenant_id, id, cart_id, position, item_id, name, quantity, unit_price, price_source,
                             discount_kind, discount_value, gross, discount_amount, total_price, share, tax_amount,
                             taxes, created_date, updated_date)
      select tenant_id, 'line-' || n, 'copy-' || to_char(n, 'FM0000'), 0, item_id, name, quantity, unit_price,
             price_source, discount_kind, discount_value, gross, discount_amount, total_price, share, tax_amount,
             taxes, created_date, updated_date
      from cart_line, generate_series(1, %d) n where tenant_id = '%s' and cart_id = '%s'
      """
          .formatted(count, tenant, cart)
    };
  }
}
