package org.cartwright.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPackage;
import static org.cartwright.testing.bodies.Bodies.aTax;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;
import static org.cartwright.testing.bodies.Bodies.part;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.cartwright.catalog.offers.Offer;
import org.cartwright.catalog.offers.PriceList;
import org.cartwright.pricing.Tier;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.PackagePart;
import org.cartwright.pricing.taxes.PostalCodePattern;
import org.cartwright.pricing.taxes.TaxArea;
import org.cartwright.pricing.taxes.TaxRule;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.pricing.taxes.TaxedItem;
import org.cartwright.pricing.taxes.TaxedPackage;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.AnyBody;
import org.cartwright.testing.bodies.PartBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class CatalogTests {

  /** Begin, naming the tenant, and commit. */
  private static final int A_TRANSACTION = 3;

  @Autowired private Clinics clinics;
  @Autowired private Catalog catalog;
  @Autowired private Statements statements;
  private Clinic clinic;

  @BeforeEach
  void openClinic() {
    clinic = clinics.open();
  }

  @Test
  void anItemIsOfferedAtItsPriceWithItsTaxFacts() {
    var tax = clinic.tax("Sales tax", "8.25");
    clinic.item(
        anItem("Filler")
            .id("filler")
            .price(65000)
            .type("MEDICATION")
            .category("Injectables")
            .exemptedFrom(tax));
    clinic.item(anItem("Free").id("free").price(0).archived(true));

    var prices = priceList(List.of("filler", "free", "filler", "nope"), List.of("filler"));

    assertThat(prices.item("filler"))
        .contains(
            new Offer(
                "filler",
                "Filler",
                new Cents(65000),
                false,
                new TaxedItem(ItemType.MEDICATION, "Injectables", Set.of(tax))));
    assertThat(prices.item("free"))
        .contains(
            new Offer(
                "free", "Free", Cents.ZERO, true, new TaxedItem(ItemType.PRODUCT, null, Set.of())));
    assertThat(prices.item("nope")).isEmpty();
    assertThat(prices.pack("filler")).isEmpty();
  }

  @Test
  void aPackageIsOfferedWithTheTaxFactsOfItsItemsInOrder() {
    clinic.item(anItem("Filler").id("filler").price(65000).category("Inj"));
    clinic.item(anItem("Visit").id("visit").price(1).type("SERVICE"));
    clinic
        .api()
        .post(
            "/inventory/packages/create",
            aPackage("Glow")
                .id("glow")
                .price(90000)
                .of(
                    part("visit").price(300),
                    part("filler").price(100).quantity(2),
                    part("visit").price(0).quantity(1000000)))
        .ok();
    clinic.api().post("/inventory/packages/create", aPackage("E").id("e").price(7)).ok();
    clinic.api().delete("/inventory/packages/delete/e").ok();
    clinic.api().delete("/inventory/items/delete/visit").ok();

    var prices = priceList(List.of(), List.of("glow", "e", "nope"));

    var filler = new TaxedItem(ItemType.PRODUCT, "Inj", Set.of());
    var visit = new TaxedItem(ItemType.SERVICE, null, Set.of());
    assertThat(prices.pack("glow"))
        .contains(
            new Offer(
                "glow",
                "Glow",
                new Cents(90000),
                false,
                new TaxedPackage(
                    List.of(
                        new PackagePart(new Cents(300), null, visit),
                        new PackagePart(new Cents(100), Quantity.of(2), filler),
                        new PackagePart(Cents.ZERO, Quantity.of(1_000_000), visit)))));
    assertThat(prices.pack("e"))
        .contains(new Offer("e", "E", new Cents(7), true, new TaxedPackage(List.of())));
    assertThat(prices.pack("nope")).isEmpty();
    assertThat(prices.item("glow")).isEmpty();
  }

  @Test
  void theTaxesAreAllThoseInForceOldestFirst() {
    var sales = clinic.tax("Sales tax", "8.25");
    var gone = clinic.tax("Gone", "1");
    var local =
        clinic.tax(
            aTax("Local")
                .percentage("0.0001")
                .at("a", "b", "a")
                .scope("SPECIFIC_CATEGORIES")
                .onCategories("Inj"));
    clinic.api().delete("/admin/taxes/" + gone).ok();
    clinics.open().tax("Theirs", "5");

    assertThat(priceList(List.of(), List.of()).taxes())
        .containsExactly(
            new TaxRule(
                sales, "Sales tax", percent("8.25"), TaxScope.ALL, Set.of(), TaxArea.EVERYWHERE),
            new TaxRule(
                local,
                "Local",
                percent("0.0001"),
                TaxScope.SPECIFIC_CATEGORIES,
                Set.of("Inj"),
                TaxArea.ofLocations(Set.of("a", "b"))));
  }

  @Test
  void anotherClinicsItemsAndPackagesAreNotOffered() {
    var item = clinic.item("Filler", 1);
    clinic.api().post("/inventory/packages/create", aPackage("P").id("p").price(7)).ok();
    clinic = clinics.open();

    var prices = priceList(List.of(item), List.of("p"));

    assertThat(prices.item(item)).isEmpty();
    assertThat(prices.pack("p")).isEmpty();
  }

  @Test
  void inAMarketAnItemIsOfferedAtItsPriceAndTiersThere() {
    market("us", "USD");
    market("jp", "JPY");
    clinic.item(anItem("Mug").id("mug").price(700).category("Mugs"));
    clinic.item(anItem("Cup").id("cup").price(300).archived(true));
    prices(
        "mug",
        body().with("marketId", "us").with("price", 1250),
        body().with("marketId", "jp").with("price", 0));
    prices("cup", body().with("marketId", "jp").with("price", 500));
    clinic
        .api()
        .put(
            "/orders/items/mug/tiers",
            body()
                .with(
                    "tiers",
                    list(
                        body()
                            .with("marketId", "us")
                            .with("fromQuantity", 50)
                            .with("unitPrice", 990),
                        body()
                            .with("marketId", "us")
                            .with("fromQuantity", 10)
                            .with("percentOff", 5),
                        body()
                            .with("marketId", "jp")
                            .with("fromQuantity", 2.5)
                            .with("percentOff", 100))))
        .ok();
    clinic.api().post("/inventory/packages/create", aPackage("P").id("p").price(7)).ok();

    var mug = new TaxedItem(ItemType.PRODUCT, "Mugs", Set.of());
    var cup = new TaxedItem(ItemType.PRODUCT, null, Set.of());
    var us = priceList(List.of("mug", "cup", "nope"), List.of("p"), "us");
    assertThat(us.item("mug"))
        .contains(
            new Offer(
                "mug",
                "Mug",
                new Cents(1250),
                false,
                mug,
                true,
                List.of(
                    Tier.percentOff(Quantity.of(10), percent("5")),
                    Tier.priced(Quantity.of(50), new Cents(990)))));
    assertThat(us.item("cup"))
        .contains(new Offer("cup", "Cup", Cents.ZERO, true, cup, false, List.of()));
    assertThat(us.item("nope")).isEmpty();
    assertThat(us.pack("p"))
        .contains(
            new Offer("p", "P", Cents.ZERO, false, new TaxedPackage(List.of()), false, List.of()));
    var jp = priceList(List.of("mug"), List.of(), "jp");
    assertThat(jp.item("mug"))
        .contains(
            new Offer(
                "mug",
                "Mug",
                Cents.ZERO,
                false,
                mug,
                true,
                List.of(
                    Tier.percentOff(
                        new Quantity(new BigDecimal("2.5")), new Percentage(Percentage.MAX)))));
    assertThat(priceList(List.of("cup"), List.of(), "jp").item("cup"))
        .contains(new Offer("cup", "Cup", new Cents(500), true, cup, true, List.of()));
    assertThat(priceList(List.of("mug"), List.of("p"), null).item("mug"))
        .isEqualTo(priceList(List.of("mug"), List.of()).item("mug"))
        .contains(new Offer("mug", "Mug", new Cents(700), false, mug, true, List.of()));
    assertThat(priceList(List.of("mug"), List.of(), "nope").item("mug"))
        .get()
        .matches(offer -> !offer.sold());
  }

  @Test
  void inAMarketOnlyItsOwnTaxesAreInForceAndElsewhereNoneOfThem() {
    market("us", "USD");
    market("jp", "JPY");
    var none = clinic.tax("Sales tax", "8.25");
    var california =
        clinic
            .api()
            .post(
                "/orders/markets/us/taxes",
                body()
                    .with("name", "California")
                    .with("percentage", 7.25)
                    .with("scope", "SPECIFIC_CATEGORIES")
                    .with("categoryNames", list("Mugs"))
                    .with("regions", list("US-CA"))
                    .with("postalCodes", list("94*", "90210")))
            .ok()
            .at("/id");
    var gone =
        clinic
            .api()
            .post("/orders/markets/us/taxes", body().with("name", "Gone").with("percentage", 1))
            .ok()
            .at("/id");
    clinic.api().delete("/orders/markets/us/taxes/" + gone).ok();

    assertThat(priceList(List.of(), List.of(), "us").taxes())
        .containsExactly(
            new TaxRule(
                california,
                "California",
                percent("7.25"),
                TaxScope.SPECIFIC_CATEGORIES,
                Set.of("Mugs"),
                TaxArea.ofAddresses(
                    Set.of("US-CA"),
                    Set.of(new PostalCodePattern("94*"), new PostalCodePattern("90210")))));
    assertThat(priceList(List.of(), List.of(), "jp").taxes()).isEmpty();
    assertThat(priceList(List.of(), List.of(), null).taxes())
        .extracting(TaxRule::id)
        .containsExactly(none);
    assertThat(priceList(List.of(), List.of()).taxes())
        .extracting(TaxRule::id)
        .containsExactly(none);
  }

  @Test
  void aMarketsPriceListIsOneMessage() {
    market("us", "USD");
    var item = clinic.item("Mug", 1);
    var other = clinic.item("Cup", 1);
    clinic.api().post("/inventory/packages/create", aPackage("P").id("p").price(7)).ok();

    assertThat(statements.during(() -> priceList(List.of(item, other), List.of("p"), "us")))
        .isEqualTo(A_TRANSACTION + 1);
    assertThat(statements.during(() -> priceList(List.of(), List.of(), "us")))
        .isEqualTo(A_TRANSACTION + 1);
  }

  @Test
  void aPriceListIsOneMessageHoweverLongItIs() {
    clinic.tax("Sales tax", "8.25");
    var item = clinic.item("Filler", 1);
    for (int i = 0; i < 5; i++) {
      clinic
          .api()
          .post(
              "/inventory/packages/create",
              aPackage("P").id("p" + i).price(7).of(part(item).price(1)))
          .ok();
    }

    assertThat(
            statements.during(
                () -> priceList(List.of(item), List.of("p0", "p1", "p2", "p3", "p4"))))
        .isEqualTo(A_TRANSACTION + 1);
    assertThat(statements.during(() -> priceList(List.of(), List.of())))
        .isEqualTo(A_TRANSACTION + 1);
  }

  @Test
  void readingTakesTheSameFewStatementsHoweverMuchThereIs() {
    var items = new java.util.ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      clinic.tax("T", "1");
      items.add(clinic.item(anItem("I").price(1).brand("B" + i)));
      clinic
          .api()
          .post(
              "/inventory/packages/create",
              aPackage("P")
                  .id("p" + i)
                  .price(7)
                  .of(items.stream().map(id -> part(id).price(1)).toArray(PartBody[]::new)))
          .ok();
    }

    assertThat(statementsOf("/inventory/items/list?name=I")).isEqualTo(A_TRANSACTION + 2);
    assertThat(statementsOf("/inventory/packages/list?name=P")).isEqualTo(A_TRANSACTION + 2);
    assertThat(statementsOf("/inventory/packages/p19")).isEqualTo(A_TRANSACTION + 1);
    assertThat(statementsOf("/inventory/items/brand-names")).isEqualTo(A_TRANSACTION + 1);
    assertThat(statementsOf("/admin/taxes")).isEqualTo(A_TRANSACTION + 1);
  }

  @Test
  void writingAPackageTakesTheSameFewStatementsHoweverMuchIsInIt() {
    var item = clinic.item("Filler", 1);
    var part = part(item).price(1);
    clinic.api().get("/admin/taxes").ok(); // from now on the key is believed

    for (int size : List.of(1, 200)) {
      var body =
          aPackage("P").id("p" + size).price(7).with("items", Collections.nCopies(size, part));
      assertThat(
              statements.during(() -> clinic.api().post("/inventory/packages/create", body).ok()))
          .isEqualTo(A_TRANSACTION + 5);
      assertThat(
              statements.during(
                  () ->
                      clinic.api().put("/inventory/packages/update/p" + size, body.price(8)).ok()))
          .isEqualTo(A_TRANSACTION + 7);
    }
  }

  private long statementsOf(String path) {
    clinic.api().get(path).ok(); // from now on the key is believed
    return statements.during(() -> clinic.api().get(path).ok());
  }

  private PriceList priceList(Collection<String> items, Collection<String> packages) {
    var answer = new AtomicReference<PriceList>();
    CurrentTenant.within(clinic.id(), () -> answer.set(catalog.priceList(items, packages)));
    return answer.get();
  }

  private PriceList priceList(
      Collection<String> items, Collection<String> packages, @Nullable String market) {
    var answer = new AtomicReference<PriceList>();
    CurrentTenant.within(clinic.id(), () -> answer.set(catalog.priceList(items, packages, market)));
    return answer.get();
  }

  private void market(String id, String currency) {
    clinic
        .api()
        .post(
            "/orders/markets",
            body()
                .with("id", id)
                .with("code", id)
                .with("name", "M")
                .with("countries", list("US"))
                .with("currency", currency))
        .ok();
  }

  private void prices(String item, AnyBody... prices) {
    clinic.api().put("/orders/items/" + item + "/prices", body().with("prices", prices)).ok();
  }

  private static Percentage percent(String value) {
    return new Percentage(new BigDecimal(value));
  }
}
