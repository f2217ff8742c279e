package org.cartwright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.PackagePart;
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
        """
        {"id":"filler","name":"Filler","price":65000,"type":"MEDICATION","category":"Injectables",
         "exemptedTaxIds":["%s"]}
        """
            .formatted(tax));
    clinic.item("{\"id\":\"free\",\"name\":\"Free\",\"price\":0,\"isArchived\":true}");

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
    clinic.item("{\"id\":\"filler\",\"name\":\"Filler\",\"price\":65000,\"category\":\"Inj\"}");
    clinic.item("{\"id\":\"visit\",\"name\":\"Visit\",\"price\":1,\"type\":\"SERVICE\"}");
    clinic
        .api()
        .post(
            "/inventory/packages/create",
            """
            {"id":"glow","name":"Glow","price":90000,"items":[
              {"packageId":"","itemId":"visit","price":300},
              {"packageId":"","itemId":"filler","price":100,"quantity":2},
              {"packageId":"","itemId":"visit","price":0,"quantity":1000000}]}
            """)
        .ok();
    clinic
        .api()
        .post("/inventory/packages/create", "{\"id\":\"e\",\"name\":\"E\",\"price\":7}")
        .ok();
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
            """
            {"name":"Local","percentage":0.0001,"locationIds":["a","b","a"],
             "scope":"SPECIFIC_CATEGORIES","categoryNames":["Inj"]}
            """);
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
    clinic
        .api()
        .post("/inventory/packages/create", "{\"id\":\"p\",\"name\":\"P\",\"price\":7}")
        .ok();
    clinic = clinics.open();

    var prices = priceList(List.of(item), List.of("p"));

    assertThat(prices.item(item)).isEmpty();
    assertThat(prices.pack("p")).isEmpty();
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
              "{\"id\":\"p%d\",\"name\":\"P\",\"price\":7,\"items\":[%s]}"
                  .formatted(
                      i, "{\"packageId\":\"\",\"itemId\":\"%s\",\"price\":1}".formatted(item)))
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
      items.add(clinic.item("{\"name\":\"I\",\"price\":1,\"brandName\":\"B%d\"}".formatted(i)));
      clinic
          .api()
          .post(
              "/inventory/packages/create",
              "{\"id\":\"p%d\",\"name\":\"P\",\"price\":7,\"items\":[%s]}"
                  .formatted(
                      i,
                      items.stream()
                          .map("{\"packageId\":\"\",\"itemId\":\"%s\",\"price\":1}"::formatted)
                          .collect(java.util.stream.Collectors.joining(","))))
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
    var part = "{\"packageId\":\"\",\"itemId\":\"%s\",\"price\":1}".formatted(item);
    clinic.api().get("/admin/taxes").ok(); // from now on the key is believed

    for (int size : List.of(1, 200)) {
      var body =
          "{\"id\":\"p%d\",\"name\":\"P\",\"price\":7,\"items\":[%s]}"
              .formatted(size, String.join(",", Collections.nCopies(size, part)));
      assertThat(
              statements.during(() -> clinic.api().post("/inventory/packages/create", body).ok()))
          .isEqualTo(A_TRANSACTION + 4);
      assertThat(
              statements.during(
                  () ->
                      clinic
                          .api()
                          .put(
                              "/inventory/packages/update/p" + size,
                              body.replace("\"price\":7", "\"price\":8"))
                          .ok()))
          .isEqualTo(A_TRANSACTION + 6);
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

  private static Percentage percent(String value) {
    return new Percentage(new BigDecimal(value));
  }
}
