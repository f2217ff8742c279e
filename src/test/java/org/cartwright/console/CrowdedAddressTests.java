package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy that is believed, at an address that others have as well. */
@CartwrightTest
@TestPropertySource(
    properties = {
      "server.forward-headers-strategy=native",
      "cartwright.limits.requests-per-second=2",
      "cartwright.limits.burst=30",
      "cartwright.limits.strangers-per-minute=20",
      "cartwright.limits.in-flight-per-tenant=2"
    })
class CrowdedAddressTests {

  private static final String TODAY = "/console/today";

  @Autowired private Clinics clinics;

  private DeskBrowser at(String address) {
    return new DeskBrowser(clinics).at(address);
  }

  private void crowd(String address) {
    var strangers = at(address);
    int tries = 0;
    while (strangers.get("/console/sign-in").status() == 200) {
      assertThat(++tries).isLessThan(200);
    }
    assertThat(strangers.get("/console/sign-in").status()).isEqualTo(429);
  }

  @Test
  void whoHasSignedInStaysInWhateverStrangersDoAtTheirAddress() {
    var clinic = clinics.open();
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    var ana = at("203.0.113.7").signIn(clinics, clinic, "Ana");
    ana.get(TODAY).ok();

    crowd("203.0.113.7");

    ana.get(TODAY).ok();
    assertThat(ana.get(TODAY).headers().firstValue("X-RateLimit-Limit")).isNotEqualTo("20");
    var invented = at("203.0.113.7").with("console", clinic.id() + "." + "x".repeat(43));
    assertThat(invented.get(TODAY).status()).isEqualTo(429);
  }

  @Test
  void whoseSessionIsOverIsAStrangerAgain() {
    var clinic = clinics.open();
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    var ana = at("203.0.113.8").signIn(clinics, clinic, "Ana");
    var session = ana.cookie("console");
    ana.get("/console/account").ok();
    assertThat(ana.post("/console/sign-out", Map.of()).status()).isEqualTo(303);
    var late = at("203.0.113.8").with("console", session);
    assertThat(late.get(TODAY).status()).isEqualTo(303);

    crowd("203.0.113.8");

    assertThat(late.get(TODAY).status()).isEqualTo(429);
  }
}
