package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.staff.DeskRole;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages on which there is something to change and nothing to see, asked for by who may not. */
@CartwrightTest
@TestInstance(Lifecycle.PER_CLASS)
class ClosedPagesTests {

  private Clinic clinic;
  private DeskBrowser front;
  private DeskBrowser manager;
  private String tax = "";

  @BeforeAll
  void aFrontDeskAndAManager(@Autowired Clinics clinics) {
    clinic = clinics.open();
    tax = clinic.tax("Sales tax", "8.25");
    DeskBrowser.member(clinics, clinic, "Ben", DeskRole.FRONT_DESK);
    DeskBrowser.member(clinics, clinic, "Mia", DeskRole.MANAGER);
    front = new DeskBrowser(clinics).signIn(clinics, clinic, "Ben");
    manager = new DeskBrowser(clinics).signIn(clinics, clinic, "Mia");
  }

  @ParameterizedTest
  @CsvSource({
    "catalog/new-item, change its catalog",
    "catalog/new-package, change its catalog",
    "catalog/new-tax, change its catalog",
    "catalog/taxes/TAX, change its catalog",
    "catalog/products/new, change its catalog",
    "catalog/coupons/new, change its catalog",
    "catalog/markets/new, change its catalog",
    "settings/clinic, look after its settings",
    "settings/messages, look after its settings",
    "settings/terms, look after its settings",
    "settings/terms/new, look after its settings"
  })
  void theFrontDeskIsToldWhoMay(String page, String who) {
    var path = "/console/" + page.replace("TAX", tax);

    var refused = front.get(path);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text())
        .contains("This is for managers", "Managers and owners of your clinic " + who)
        .doesNotContain("name=\"seen\"");
    manager.get(path).ok();
  }

  @ParameterizedTest
  @CsvSource({"keys", "webhooks", "webhooks/new", "accesses", "%6beys", "web%68ooks/new"})
  void aManagerIsToldThatOwnersMay(String page) {
    var refused = manager.get("/console/settings/" + page);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("This is for owners");
  }

  @Test
  void aPageIsWhereItIsHoweverItsAddressIsSpelled() {
    var clinic = "/console/settings/clinic";

    assertThat(manager.get(clinic.replace("settings/c", "%73ettings/%63")).ok().text())
        .isEqualTo(manager.get(clinic).ok().text());
  }
}
