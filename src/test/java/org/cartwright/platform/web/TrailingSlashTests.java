package org.cartwright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class TrailingSlashTests {

  @Autowired private Clinics clinics;

  @Test
  void aSlashBehindThePathMakesNoDifference() {
    var clinic = clinics.open();
    var api = clinic.api();
    var patient = clinic.patient();

    var cart = api.post("/billing/cart/", body().with("patientId", patient)).ok();
    var path = "/billing/cart/" + cart.at("/id");
    api.put(path + "/", body().with("patientId", patient).with("notes", "changed")).ok();

    assertThat(api.get(path + "/").ok().text()).isEqualTo(api.get(path).ok().text());
    assertThat(api.get(path).ok().at("/notes")).isEqualTo("changed");
    assertThat(api.get("/billing/cart/?patient_id=" + patient).ok().number("/total")).isEqualTo(1);
    api.delete(path + "/").ok();
    api.get(path).refused(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/billing/cart", "/platform/tenants", "/nothing", "/q/demo/x", "/actuator/env"})
  void noDoorOpensForASlash(String path) {
    var nobody = clinics.nobody();

    var without = nobody.get(path);
    var with = nobody.get(path + "/");

    assertThat(with.status()).isEqualTo(without.status()).isGreaterThanOrEqualTo(400);
    assertThat(with.text()).isEqualTo(without.text());
  }

  @Test
  void itIsAnsweredAtOnceAndNotSentElsewhere() {
    var answer =
        RawConnection.send(
            clinics.nobody(),
            "GET /actuator/health/liveness/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("Location:");
  }
}
