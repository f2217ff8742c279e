package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.anItem;

import java.util.Map;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Copies;
import org.cartwright.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a clinic sells one by one, at its console. */
@CartwrightTest
class CatalogItemsTests {

  private static final String PATH = "/console/catalog/items";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Clinic clinic;
  private DeskBrowser desk;

  @BeforeEach
  void aClinicInBerlin() {
    clinic = clinics.open("Europe/Berlin", "EUR", "de-DE");
    DeskBrowser.member(clinics, clinic, "Mia", DeskRole.FRONT_DESK);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Mia");
  }

  private String list(String query) {
    return desk.get(PATH + query).ok().text();
  }

  @Test
  void itemsAreFoundByNameAndCategoryAndThoseWithdrawnByThemselves() {
    var tax = clinic.tax("Luxury tax", "2.5");
    clinic.item(
        anItem("Filler <1 ml>").price(65050).category("Injectables & more").exemptedFrom(tax));
    clinic.item(anItem("Serum").price(100).brand("Lumen").with("allowCustomPricing", true));
    clinic.item(anItem("Old mask").price(200).category("Masks").archived(true));
    clinics.open().item(anItem("Theirs").price(300).category("Their own"));

    assertThat(desk.get("/console/catalog").headers().firstValue("Location")).hasValue(PATH);
    assertThat(list(""))
        .contains("Filler &lt;1 ml&gt;", "650,50", "Luxury tax", "Lumen", "open price", "2 items")
        .contains("<option value=\"Injectables &amp; more\"")
        .contains("href=\"/console/catalog\" aria-current=\"page\"")
        .contains("href=\"" + PATH + "\" aria-current=\"page\"")
        .doesNotContain("Old mask", "Masks", "Theirs", "Their own");
    assertThat(list("?q=FILL&category=Injectables+%26+more"))
        .contains("1 item<", "Filler &lt;1 ml&gt;", "selected");
    assertThat(list("?q=fill&category=Masks"))
        .contains("No item is like that", "<option value=\"Masks\" selected");
    assertThat(list("?state=archived")).contains("1 item<", "Old mask").doesNotContain("Serum");
    assertThat(desk.speaking("es").get(PATH).ok().text())
        .contains("Catálogo", "Artículos", "Exento de", "2 artículos");
  }

  @Test
  void manyItemsTakeNoMoreStatementsAndArePaged() {
    clinic.item(anItem("Item").price(1).category("A"));
    list("");
    var few = statements.during(() -> list(""));

    Copies.of(
        clinic,
        "item",
        "true",
        120,
        Map.of("id", "'i' || n", "name", "'Item ' || n", "category", "'C' || n % 7"));

    assertThat(list(""))
        .contains("121 items", "Page 1 of 3", PATH + "?page=2", "<option value=\"C6\"");
    assertThat(list("?q=item+1&page=9")).contains("No item is like that");
    assertThat(statements.during(() -> list("?page=2"))).isEqualTo(few).isLessThanOrEqualTo(18);
  }
}
