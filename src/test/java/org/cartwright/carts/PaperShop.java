package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPackage;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aTax;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.json;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.part;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.bodies.Body;
import org.cartwright.testing.bodies.LineBody;
import org.cartwright.testing.bodies.PackageBody;
import org.cartwright.testing.bodies.PartBody;
import org.cartwright.testing.oracle.OracleCart;
import org.cartwright.testing.oracle.OracleFigures;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A clinic with a catalog, taxes and patients, and the same on paper for the oracle, leaning
 * towards the awkward. The same seed makes the same shop and the same wishes.
 */
final class PaperShop {

  private static final List<String> TYPES =
      List.of("ITEM", "PRODUCT", "MEDICATION", "SERVICE", "PACKAGE", "MEMBERSHIP");
  private static final List<String> CATEGORIES = List.of("Fillers", "Skin care", "Lasers");
  private static final List<String> SCOPES =
      List.of("ALL", "PRODUCTS_ONLY", "SERVICES_ONLY", "MEMBERSHIPS_ONLY", "SPECIFIC_CATEGORIES");

  /** Something to buy; exactly one of {@code item} and {@code parts} is given. */
  record Good(
      String id,
      String name,
      long price,
      OracleCart.@Nullable Item item,
      @Nullable List<OracleCart.Part> parts,
      @Nullable List<String> partIds) {

    Good at(long newPrice) {
      return new Good(id, name, newPrice, item, parts, partIds);
    }
  }

  /** A line as a client wants it; without a price it is the catalog's. */
  record Wish(int good, String quantity, @Nullable Long price, OracleCart.Off off) {

    Wish quantity(String other) {
      return new Wish(good, other, price, off);
    }
  }

  record Order(String patient, @Nullable String location, List<Wish> wishes, OracleCart.Off off) {}

  private final Clinic clinic;
  private final Random random;
  private final List<OracleCart.Tax> taxes = new ArrayList<>();
  private final List<Good> goods = new ArrayList<>();
  private final List<String> patients = new ArrayList<>();
  private final List<@Nullable String> locations = new ArrayList<>();

  PaperShop(Clinic clinic, long seed) {
    this.clinic = clinic;
    this.random = new Random(seed);
    for (var location : new String[] {null, "north", "south"}) {
      patients.add(clinic.patient(location == null ? aPatient() : aPatient().at(location)));
      locations.add(location);
    }
    for (int i = 0; i < 4; i++) {
      levyTax(i);
    }
    for (int i = 0; i < 12; i++) {
      stockItem(i);
    }
    for (int i = 0; i < 4; i++) {
      stockPackage(i);
    }
  }

  private void levyTax(int number) {
    var scope = number == 0 ? "ALL" : oneOf(SCOPES);
    var categories = scope.equals("SPECIFIC_CATEGORIES") ? some(CATEGORIES, 60) : Set.<String>of();
    if (scope.equals("SPECIFIC_CATEGORIES") && categories.isEmpty()) {
      categories = Set.of("Lasers");
    }
    var where = chance(60) ? Set.<String>of() : some(List.of("north", "south"), 70);
    var rate = percent();
    var id =
        clinic.tax(
            aTax("Tax " + number)
                .percentage(rate)
                .scope(scope)
                .with("categoryNames", categories)
                .with("locationIds", where));
    taxes.add(new OracleCart.Tax(id, rate, scope, categories, where));
  }

  private void stockItem(int number) {
    var type = oneOf(TYPES);
    var category = chance(30) ? null : oneOf(CATEGORIES);
    var exempted = some(taxes.stream().map(OracleCart.Tax::id).toList(), 15);
    var price = price();
    var name = "Item " + number;
    var id =
        clinic.item(
            anItem(name)
                .price(price)
                .type(type)
                .with("category", category)
                .with("exemptedTaxIds", exempted));
    goods.add(new Good(id, name, price, new OracleCart.Item(type, category, exempted), null, null));
  }

  private void stockPackage(int number) {
    var parts = new ArrayList<OracleCart.Part>();
    var ids = new ArrayList<String>();
    // one package contains nothing, and the parts of one weigh nothing
    for (int left = number == 0 ? 0 : 1 + random.nextInt(4); left > 0; left--) {
      var good = goods.get(random.nextInt(12));
      var quantity = chance(30) ? null : Integer.toString(1 + random.nextInt(4));
      ids.add(good.id());
      parts.add(
          new OracleCart.Part(
              number == 1 ? 0 : price(), quantity, Objects.requireNonNull(good.item())));
    }
    var good = new Good("package-" + number, "Package " + number, price(), null, parts, ids);
    clinic.api().post("/inventory/packages/create", packageOf(good)).ok();
    goods.add(good);
  }

  private static PackageBody packageOf(Good good) {
    var parts = Objects.requireNonNull(good.parts());
    var ids = Objects.requireNonNull(good.partIds());
    var contents = new ArrayList<PartBody>();
    for (int i = 0; i < parts.size(); i++) {
      var quantity = parts.get(i).quantity();
      contents.add(
          part(ids.get(i))
              .with("quantity", quantity == null ? null : json(quantity))
              .price(parts.get(i).price()));
    }
    return aPackage(good.name()).id(good.id()).price(good.price()).with("items", contents);
  }

  /** Gives everything another price. */
  void changeAllPrices() {
    for (int i = 0; i < goods.size(); i++) {
      var before = goods.get(i).price();
      var change = 1 + random.nextInt(5000);
      var good = goods.get(i).at(before > 1_000_000_000 ? before - change : before + change);
      goods.set(i, good);
      if (good.item() != null) {
        clinic.api().put("/inventory/items/update/" + good.id(), anItem().price(good.price())).ok();
      } else {
        clinic.api().put("/inventory/packages/update/" + good.id(), packageOf(good)).ok();
      }
    }
  }

  /** A cart that somebody might want; a few ask for more than can be computed. */
  Order order() {
    var who = random.nextInt(patients.size());
    var wishes = new ArrayList<Wish>();
    for (int left = lines(); left > 0; left--) {
      wishes.add(
          !wishes.isEmpty() && chance(20)
              ? wishes.getLast() // a copy, to be told apart by its place only
              : wish());
    }
    return new Order(patients.get(who), locations.get(who), wishes, off());
  }

  private int lines() {
    return switch (random.nextInt(20)) {
      case 0 -> 0;
      case 1 -> 40;
      default -> 1 + random.nextInt(6);
    };
  }

  private Wish wish() {
    int good = random.nextInt(goods.size());
    if (chance(1)) {
      return new Wish(good, "1000000", 10_000_000_000L, OracleCart.Off.NOTHING);
    }
    var price =
        switch (random.nextInt(4)) {
          case 0 -> (Long) price();
          case 1 -> (Long) goods.get(good).price(); // somebody's own, although it is the same
          default -> null;
        };
    return new Wish(good, quantity(), price, off());
  }

  /** The request for a cart, its fields in both spellings. */
  Body<?> asSent(Order order) {
    var lines = order.wishes().stream().map(this::asSent).toList();
    return aCart()
        .with(chance(50) ? "patientId" : "patient_id", order.patient())
        .and(asSent(order.off()))
        .with("items", lines);
  }

  private LineBody asSent(Wish wish) {
    var good = goods.get(wish.good());
    var camel = chance(50);
    var field = good.item() != null ? "item" : "package";
    return line()
        .with(field + (camel ? "Id" : "_id"), good.id())
        .quantity(wish.quantity())
        .with(camel ? "unitPrice" : "unit_price", wish.price())
        .and(asSent(wish.off()))
        .with("notes", camel ? "left cheek" : null);
  }

  private static Body<?> asSent(OracleCart.Off off) {
    return off.flat() > 0
        ? body().with("discountAmount", off.flat())
        : body().with("discount_percentage", json(off.percent()));
  }

  /** The cart for the oracle, at the prices of today where the catalog's were asked for. */
  OracleCart onPaper(Order order) {
    var lines =
        order.wishes().stream()
            .map(
                wish -> {
                  var good = goods.get(wish.good());
                  return new OracleCart.Line(
                      wish.price() == null ? good.price() : wish.price(),
                      wish.quantity(),
                      wish.off(),
                      good.item(),
                      good.parts());
                })
            .toList();
    return new OracleCart(lines, order.off(), List.copyOf(taxes), order.location());
  }

  /** Makes sure that a served cart has these figures, and an explanation that leads to them. */
  void assertFigures(Answer cart, OracleFigures figures) {
    var served = ServedCart.tree(cart.text());
    ServedCart.assertAddsUp(served);
    assertThat(ServedCart.number(served, "subtotal"))
        .isEqualTo(figures.subtotal().longValueExact());
    assertThat(ServedCart.number(served, "discountAmount"))
        .isEqualTo(figures.discount().longValueExact());
    assertThat(ServedCart.number(served, "taxAmount")).isEqualTo(figures.tax().longValueExact());
    assertThat(ServedCart.number(served, "total")).isEqualTo(figures.total().longValueExact());
    assertThat(served.get("items").size()).isEqualTo(figures.lines().size());
    var explained =
        ServedCart.tree(clinic.api().get(ServedCart.path(cart) + "/explanation").ok().text());
    ServedCart.assertAddsUpExplained(explained);
    for (int i = 0; i < figures.lines().size(); i++) {
      assertLine(served.get("items").get(i), explained.get("lines").get(i), figures.lines().get(i));
    }
  }

  private static void assertLine(JsonNode line, JsonNode explained, OracleFigures.Line figures) {
    assertThat(ServedCart.number(line, "discountAmount"))
        .isEqualTo(figures.discount().longValueExact());
    assertThat(ServedCart.number(line, "totalPrice")).isEqualTo(figures.net().longValueExact());
    assertThat(ServedCart.number(line, "taxAmount")).isEqualTo(figures.tax().longValueExact());
    assertThat(explained.get("id")).isEqualTo(line.get("id"));
    assertThat(ServedCart.number(explained.get("gross"), "rounded"))
        .isEqualTo(figures.gross().longValueExact());
    assertThat(ServedCart.number(explained, "share")).isEqualTo(figures.share().longValueExact());
    assertThat(ServedCart.number(explained, "taxable"))
        .isEqualTo(figures.taxable().longValueExact());
    var taxes = new ArrayList<OracleFigures.Tax>();
    for (var tax : explained.get("taxes")) {
      taxes.add(
          new OracleFigures.Tax(
              tax.get("taxId").stringValue(),
              tax.get("part").isNull() ? null : (Integer) tax.get("part").intValue(),
              tax.get("base").bigIntegerValue(),
              tax.get("rounded").bigIntegerValue()));
    }
    assertThat(taxes).isEqualTo(figures.taxes());
  }

  /** A quantity other than this one. */
  String otherQuantity(String present) {
    var other = quantity();
    return new BigDecimal(other).compareTo(new BigDecimal(present)) == 0 ? "17.25" : other;
  }

  private String quantity() {
    return switch (random.nextInt(8)) {
      case 0 -> "0.0000000001";
      case 1, 2, 3 -> Integer.toString(1 + random.nextInt(10));
      case 4 -> random.nextInt(1000) + ".0000000005";
      default -> random.nextInt(20) + "." + (1 + random.nextLong(9_999_999_999L));
    };
  }

  private long price() {
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1, 2 -> 1 + random.nextInt(20);
      case 3 -> 10_000_000_000L - random.nextInt(100);
      default -> 1 + random.nextInt(100_000);
    };
  }

  private OracleCart.Off off() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> OracleCart.Off.NOTHING;
      case 3, 4 -> new OracleCart.Off(0, percent());
      case 5, 6 -> new OracleCart.Off(1 + random.nextInt(50_000), "0");
      default -> new OracleCart.Off(9_007_199_254_740_991L - random.nextInt(9), "0");
    };
  }

  private String percent() {
    return switch (random.nextInt(8)) {
      case 0 -> "100";
      case 1 -> "50";
      case 2 -> "0.0000000001";
      case 3 -> "8.25";
      default -> random.nextInt(40) + "." + (1 + random.nextLong(9_999_999_999L));
    };
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String oneOf(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Set<String> some(List<String> values, int percent) {
    return values.stream().filter(value -> chance(percent)).collect(Collectors.toSet());
  }
}
