package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Owners say who may come in, and as what. */
@CartwrightTest
class StaffTests {

  private static final String PATH = "/console/staff";

  @Autowired private Clinics clinics;

  private Clinic clinic;
  private String ana;
  private String ben;
  private DeskBrowser owner;

  @BeforeEach
  void anOwnerAndAColleague() {
    clinic = clinics.open();
    ana = DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    ben = DeskBrowser.member(clinics, clinic, "Ben", DeskRole.FRONT_DESK);
    owner = new DeskBrowser(clinics).signIn(clinics, clinic, "Ana");
    assertThat(owner.get(PATH).ok().text()).contains("ben@example.com", "you");
  }

  private Map<String, String> given() {
    var roles = new TreeMap<String, String>();
    clinics
        .operator()
        .get("/platform/tenants/%s/desk".formatted(clinic.id()))
        .ok()
        .json()
        .forEach(it -> roles.put(it.get("email").asString(), it.get("role").asString()));
    return roles;
  }

  private int give(DeskBrowser by, String provider, String seen, String role) {
    return by.post(PATH + "/" + provider, Map.of("seen", seen, "role", role)).status();
  }

  @Test
  void anOwnerGivesARoleAndTakesItAway() {
    assertThat(give(owner, ben, "FRONT_DESK", "MANAGER")).isEqualTo(303);
    assertThat(given()).isEqualTo(Map.of("ana@example.com", "OWNER", "ben@example.com", "MANAGER"));

    assertThat(give(owner, ben, "MANAGER", "")).isEqualTo(303);

    assertThat(given()).isEqualTo(Map.of("ana@example.com", "OWNER"));
    assertThat(owner.get(PATH).ok().text()).contains("May not come in");
  }

  @Test
  void nobodyElseGivesRolesAndNobodyGivesThemselvesOne() {
    var before = given();
    var desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Ben");
    assertThat(desk.get(PATH).ok().text()).doesNotContain("<select", "Somebody new");

    assertThat(give(desk, ben, "FRONT_DESK", "OWNER")).isEqualTo(403);
    assertThat(desk.post(PATH, someone("eve@example.com")).status()).isEqualTo(403);
    assertThat(give(owner, ana, "OWNER", "")).isEqualTo(403);
    assertThat(give(owner, ben, "FRONT_DESK", "KING")).isEqualTo(422);
    assertThat(give(owner, "prov_none", "", "OWNER")).isEqualTo(404);

    assertThat(given()).isEqualTo(before);
  }

  @Test
  void aRoleThatSomebodyElseGaveMeanwhileStays() {
    DeskBrowser.give(clinics, clinic, ben, "OWNER");

    assertThat(give(owner, ben, "FRONT_DESK", "")).isEqualTo(409);

    assertThat(given()).containsEntry("ben@example.com", "OWNER");
  }

  @Test
  void ofTwoOwnersWhoTakeEachOthersRoleOneStays() {
    for (int round = 0; round < 5; round++) {
      DeskBrowser.give(clinics, clinic, ana, "OWNER");
      DeskBrowser.give(clinics, clinic, ben, "OWNER");
      var other = new DeskBrowser(clinics).signIn(clinics, clinic, "Ben");
      owner.get(PATH).ok();
      other.get(PATH).ok();

      var answers =
          AtOnce.all(
              List.<Callable<Integer>>of(
                  () -> give(owner, ben, "OWNER", "FRONT_DESK"),
                  () -> give(other, ana, "OWNER", "FRONT_DESK")));

      assertThat(answers).containsExactlyInAnyOrder(303, 403);
      assertThat(given().values()).containsExactlyInAnyOrder("OWNER", "FRONT_DESK");
    }
  }

  private static Map<String, String> someone(String email) {
    return Map.of("firstName", "Eve", "lastName", "Moss", "email", email, "role", "MANAGER");
  }

  @Test
  void somebodyNewComesInWithTheirAddress() {
    assertThat(owner.post(PATH, someone("eve@example.com")).status()).isEqualTo(303);

    var eve = new DeskBrowser(clinics).signIn(clinics, clinic, "Eve");
    assertThat(eve.get("/console/account").ok().text()).contains("Eve Moss", "Manager");
  }

  @Test
  void whatIsNoAddressOrSomebodysIsNotTaken() {
    var before = given();

    var typo = owner.post(PATH, someone("eve"));
    assertThat(typo.status()).isEqualTo(422);
    assertThat(typo.text()).contains("no e-mail address", "value=\"eve\"", "value=\"Moss\"");
    assertThat(owner.post(PATH, someone("BEN@example.com")).status()).isEqualTo(409);

    assertThat(given()).isEqualTo(before);
  }
}
