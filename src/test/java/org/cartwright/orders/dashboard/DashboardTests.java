package org.cartwright.orders.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.orders.Shop;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop looks over its drafts, takes them to a spreadsheet and cleans up. */
@CartwrightTest
class DashboardTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private Statements statements;
  private Shop shop;
  private String mug;

  @BeforeEach
  void openAShop() {
    shop = Shop.open(clinics);
    mug = shop.item("Mug", 1000);
  }

  private String draft(String id, int mugs) {
    return shop.api()
        .post(
            "/orders/drafts",
            body().with("id", id).with("items", List.of(line(mug).quantity(mugs))))
        .ok()
        .at("/id");
  }

  private Answer list(String query) {
    return shop.api().get("/orders/drafts?" + query).ok();
  }

  private List<String> ids(String query) {
    var ids = new ArrayList<String>();
    list(query).json().get("data").forEach(draft -> ids.add(draft.get("id").asString()));
    return ids;
  }

  private String table(String query) {
    return new String(
        shop.api().file("/orders/drafts.csv?" + query).body(), StandardCharsets.UTF_8);
  }

  private String customer(String first, String last, String phone) {
    return shop.clinic().patient(aPatient(first, last).with("phoneNumber", phone));
  }

  @Test
  void whatIsFoundIsCountedAndComesToSomethingInEachMarket() {
    var gulf = Shop.market(shop.clinic(), "KW", "KWD", "KW", false);
    shop.price(
        mug,
        body().with("marketId", shop.market()).with("price", 1000),
        body().with("marketId", gulf).with("price", 1234));
    draft("one", 1);
    draft("three", 3);
    shop.draft(body().with("id", "empty"));
    shop.draft(body().with("id", "gulf").with("marketId", "KW").with("items", List.of(line(mug))));

    var all = list("");
    assertThat(all.number("/total")).isEqualTo(4);
    assertThat(all.at("/data/0/id")).isEqualTo("gulf");
    assertThat(all.at("/data/0/formattedTotal")).isEqualTo("KWD\u00a01.234");
    assertThat(all.at("/data/0/market/code")).isEqualTo("KW");
    assertThat(all.json().at("/data/0/customer").isNull()).isTrue();
    assertThat(all.number("/data/1/itemCount")).isZero();
    assertThat(all.number("/data/2/itemCount")).isEqualTo(1);
    assertThat(all.json().get("totals").size()).isEqualTo(2);

    var ours = list("market_id=" + shop.market() + "&per_page=1&page=2");
    assertThat(ours.number("/total")).isEqualTo(3);
    assertThat(ours.json().get("data").size()).isEqualTo(1);
    assertThat(ours.json().get("totals").toString())
        .isEqualTo(
            "[{\"marketId\":\"%s\",\"marketCode\":\"BD\",\"currency\":\"BDT\",\"count\":3,\"total\":4000,\"formattedTotal\":\"BDT\u00a040.00\"}]"
                .formatted(shop.market()));

    assertThat(ids("total_from=1000&total_to=2999")).containsExactly("gulf", "one");
    assertThat(ids("sort_by=total&market_id=" + shop.market()))
        .containsExactly("empty", "one", "three");
    assertThat(ids("sort_by=created_date")).containsExactly("one", "three", "empty", "gulf");
    assertThat(ids("sort_direction=asc")).containsExactly("one", "three", "empty", "gulf");
    assertThat(ids("sort_direction=desc")).containsExactly("gulf", "empty", "three", "one");
    assertThat(ids("created_to=2001-01-01")).isEmpty();
    assertThat(ids("created_from=2001-01-01")).hasSize(4);
    assertThat(list("created_to=2001-01-01").text())
        .isEqualTo("{\"data\":[],\"total\":0,\"totals\":[]}");
  }

  @Test
  void draftsAreFoundByWhoseTheyAreAndWhomToCall() {
    var rahim = customer("Rahim", "Uddin", "+880 1712 345678");
    shop.draft(body().with("id", "of-rahim").with("customerId", rahim));
    shop.draft(
        body()
            .with("id", "call-jane")
            .with(
                "contact",
                body()
                    .with("name", "Jane Doe")
                    .with("phone", "(555) 010-7788")
                    .with("email", "Jane@Mugs.example")));
    shop.draft(body().with("id", "nobodys"));
    shop.clinic().cart(rahim);

    assertThat(ids("search=uddin%20rah")).containsExactly("of-rahim");
    assertThat(ids("search=01712-345678")).containsExactly("of-rahim");
    assertThat(ids("search=jane@mugs")).containsExactly("call-jane");
    assertThat(ids("search=5550107788")).containsExactly("call-jane");
    assertThat(ids("search=OBODY")).containsExactly("nobodys");
    assertThat(ids("search=ll")).containsExactly("call-jane");
    assertThat(ids("search=%25")).isEmpty();
    assertThat(ids("search=of-rahim&statuses=ABANDONED")).isEmpty();
    assertThat(ids("search=of-rahim&statuses=ABANDONED&statuses=DRAFT"))
        .containsExactly("of-rahim");
    assertThat(ids("sort_by=customer&sort_direction=desc").getFirst()).isEqualTo("of-rahim");
    assertThat(ids("sort_by=customer").getFirst()).isEqualTo("of-rahim");
    assertThat(ids("")).hasSize(3);
  }

  @Test
  void whatASpreadsheetWouldTakeForAFormulaIsText() {
    var evil = customer("=HYPERLINK(\"http://x\")", "Smith, \"Bob\"", "+880 1712 345678");
    shop.draft(
        body()
            .with("id", "evil")
            .with("customerId", evil)
            .with("items", List.of(line(mug).quantity(2))));

    var lines = table("").split("\r\n", -1);

    assertThat(lines).hasSize(3);
    assertThat(lines[0])
        .isEqualTo(
            "id,market,status,customer_id,customer_name,customer_email,customer_phone,item_count,total,currency,created_date,updated_date");
    assertThat(lines[1])
        .startsWith(
            "evil,BD,DRAFT,%s,\"'=HYPERLINK(\"\"http://x\"\") Smith, \"\"Bob\"\"\","
                .formatted(evil))
        .contains(",'+880 1712 345678,1,20.00,BDT,");
    assertThat(lines[2]).isEmpty();
    var headers = shop.api().file("/orders/drafts.csv").headers();
    assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(headers.firstValue("Content-Disposition").orElse("")).contains("drafts.csv");
    assertThat(shop.api().get("/orders/drafts.csv?total_from=x").violation())
        .isEqualTo("[query, total_from] int_parsing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "+", "-", "@", "\t", "\r"})
  void whateverATextBeginsWithItIsNoFormula(String beginning) {
    draft("evil", 1);
    TestDatabase.shared()
        .executeAsSuperuser(
            "update patient set email = E'%s' where tenant_id = '%s' and id = '%s'"
                .formatted(
                    beginning.replace("\t", "\\t").replace("\r", "\\r") + "1+1",
                    shop.clinic().id(),
                    namedOnTheDraft("evil")));

    assertThat(table(""))
        .contains(beginning.equals("\r") ? ",\"'\r1+1\"," : ",'" + beginning + "1+1,");
  }

  private String namedOnTheDraft(String id) {
    var customer = shop.clinic().patient();
    shop.api().patch("/orders/drafts/" + id, body().with("customerId", customer)).ok();
    return customer;
  }

  @Test
  void theTableHasEveryDraftOnceHoweverManyChunksItTakes() {
    copies(250, "now()");

    var lines = table("").split("\r\n");

    assertThat(lines).hasSize(251);
    assertThat(lines[1]).startsWith("draft-250,");
    assertThat(lines[250]).startsWith("draft-1,");
    assertThat(List.of(lines)).doesNotHaveDuplicates();
  }

  @Test
  void aLongPageTakesNoMoreStatementsThanAShortOne() {
    copies(60, "now()");
    list("per_page=1"); // whatever is read once
    long few = statements.during(() -> list("per_page=2"));

    assertThat(statements.during(() -> list("per_page=50"))).isEqualTo(few).isLessThan(10);
  }

  @Test
  void oldDraftsAreCountedAndThenGoneForGood() {
    draft("old", 1);
    var quoted = draft("quoted", 1);
    var patient = shop.clinic().patient();
    shop.api().patch("/orders/drafts/quoted", body().with("customerId", patient)).ok();
    var quote =
        shop.api()
            .post(
                "/billing/quote",
                aQuote(patient, quoted).with("creatorId", shop.clinic().provider()))
            .ok();
    shop.api()
        .post("/billing/quote/send", body().with("quoteId", quote.at("/id")).with("method", "sms"))
        .ok();
    clock.in(
        Duration.ofDays(8),
        () -> {
          draft("young", 1);
          assertThat(cleanUp("{\"olderThanDays\":7}")).isEqualTo(1);
          assertThat(cleanUp("{\"olderThanDays\":9,\"dryRun\":false}")).isZero();
          shop.api().get("/orders/drafts/old").ok();

          assertThat(cleanUp("{\"olderThanDays\":7,\"dryRun\":false}")).isEqualTo(1);

          shop.api().get("/orders/drafts/old").refused(404);
          shop.api().get("/orders/drafts/quoted").ok();
          shop.api().get("/orders/drafts/young").ok();
          assertThat(cleanUp("{\"olderThanDays\":7}")).isZero();
        });
    assertThat(tombstones()).isEqualTo(1);
  }

  @Test
  void moreThanABatchOfThemIsCleanedUp() {
    copies(120, "now() - interval '40 days'");

    assertThat(cleanUp("{\"olderThanDays\":30,\"dryRun\":false}")).isEqualTo(120);

    assertThat(ids("")).isEmpty();
    assertThat(tombstones()).isEqualTo(120);
  }

  @Test
  void anotherShopSeesAndCleansUpNothing() {
    copies(2, "now() - interval '40 days'");
    var other = Shop.open(clinics);

    assertThat(other.api().get("/orders/drafts?search=draft").ok().number("/total")).isZero();
    assertThat(other.api().get("/orders/drafts?market_id=" + shop.market()).ok().number("/total"))
        .isZero();
    assertThat(
            other
                .api()
                .post("/orders/drafts/cleanup", "{\"olderThanDays\":1,\"dryRun\":false}")
                .ok()
                .number("/count"))
        .isZero();
    assertThat(ids("")).containsExactly("draft-2", "draft-1");
  }

  private long cleanUp(String json) {
    return shop.api().post("/orders/drafts/cleanup", json).ok().number("/count");
  }

  private long tombstones() {
    try (var superuser = TestDatabase.shared().superuser();
        var statement =
            superuser.prepareStatement(
                "select count(*) from draft_tombstone where tenant_id = ?")) {
      statement.setString(1, shop.clinic().id());
      var rows = statement.executeQuery();
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty drafts, written straight into the database, all of one moment. */
  private void copies(int many, String moment) {
    TestDatabase.shared()
        .executeAsSuperuser(
            """
            insert into cart (tenant_id, id, status, currency, market_id, tax_mode, tax_exempt, discount_kind,
                              discount_value, discount_amount, tax_amount, total, subtotal, version,
                              created_date, updated_date)
            select '%s', 'draft-' || n, 'DRAFT', 'BDT', '%s', 'EXCLUSIVE', false, 'NONE', 0, 0, 0, 0, 0, 0,
                   %s + n * interval '1 microsecond', %s + n * interval '1 microsecond'
              from generate_series(1, %d) n"""
                .formatted(shop.clinic().id(), shop.market(), moment, moment, many));
  }
}
