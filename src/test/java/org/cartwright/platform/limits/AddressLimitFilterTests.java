package org.cartwright.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import java.time.Clock;
import java.time.Duration;
import org.cartwright.platform.web.errors.ErrorPages;
import org.cartwright.platform.web.errors.FilterErrorWriter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Of an address that may be refused five times a minute. */
class AddressLimitFilterTests {

  private static final FilterChain KNOWN =
      (request, response) -> KnownClients.made((MockHttpServletRequest) request);

  private final AddressLimitFilter limit =
      new AddressLimitFilter(
          new LimitSettings(0, 0, 5, 0, 0, 0, Duration.ZERO, Duration.ZERO),
          new TooManyRequests(
              new FilterErrorWriter(
                  new StaticListableBeanFactory().getBeanProvider(ErrorPages.class)),
              new SimpleMeterRegistry()),
          Clock.systemUTC());

  private static FilterChain answering(int status) {
    return (request, response) -> ((MockHttpServletResponse) response).setStatus(status);
  }

  private MockHttpServletResponse ask(String path, String key, FilterChain further)
      throws Exception {
    var request = new MockHttpServletRequest("GET", path);
    request.addHeader("TENANT", "glow-clinic");
    request.addHeader("API-KEY", key);
    request.addHeader("Accept", "application/json");
    var response = new MockHttpServletResponse();
    limit.doFilter(request, response, further);
    return response;
  }

  private void useUpWithWrongKeys() throws Exception {
    for (int n = 0; n < 5; n++) {
      assertThat(ask("/billing/cart", "a guess", answering(401)).getStatus()).isEqualTo(401);
    }
    assertThat(ask("/billing/cart", "a guess", answering(401)).getStatus()).isEqualTo(429);
  }

  @Test
  void whomTheServiceFailsCostsItsAddressNothingThatItCanBeRefusedFor() throws Exception {
    for (int n = 0; n < 20; n++) {
      var failed = ask("/billing/cart", "a key", answering(503));

      assertThat(failed.getStatus()).isEqualTo(503);
      assertThat(failed.getHeader("X-RateLimit-Remaining")).isEqualTo("4");
    }

    useUpWithWrongKeys();
  }

  @Test
  void whoWasKnownStaysSoWhileNobodyCanBeFoundOut() throws Exception {
    ask("/billing/cart", "a key", KNOWN);
    useUpWithWrongKeys();

    for (int n = 0; n < 20; n++) {
      assertThat(ask("/billing/cart", "a key", answering(503)).getStatus()).isEqualTo(503);
    }

    assertThat(ask("/billing/cart", "a key", KNOWN).getStatus()).isEqualTo(200);
    assertThat(ask("/billing/cart", "a key", answering(401)).getStatus()).isEqualTo(401);
    assertThat(ask("/billing/cart", "a key", KNOWN).getStatus()).isEqualTo(429);
  }

  @Test
  void aPageCostsAStrangerAlsoWhereTheServiceFails() throws Exception {
    for (int n = 0; n < 5; n++) {
      assertThat(ask("/q/glow-clinic/x", "none", answering(503)).getStatus()).isEqualTo(503);
    }

    assertThat(ask("/q/glow-clinic/x", "none", answering(503)).getStatus()).isEqualTo(429);
  }
}
