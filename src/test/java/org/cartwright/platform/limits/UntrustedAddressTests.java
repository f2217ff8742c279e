package org.cartwright.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Without a proxy that is believed. */
@CartwrightTest
@TestPropertySource(properties = "cartwright.limits.strangers-per-minute=20")
class UntrustedAddressTests {

  @Autowired private Clinics clinics;

  @Test
  void nobodyGetsMoreByNamingOtherAddresses() {
    int tries = 0;
    int status;
    do {
      tries++;
      status =
          clinics
              .nobody()
              .with("X-Forwarded-For", "203.0.113." + tries)
              .with("Forwarded", "for=203.0.113." + tries)
              .get("/tenant/public")
              .status();
    } while (status == 401 && tries < 200);

    assertThat(status).isEqualTo(429);
    assertThat(tries).isGreaterThan(20);
  }
}
