package org.cartwright.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cartwright.platform.web.errors.ErrorPages;
import org.cartwright.platform.web.errors.FilterErrorWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** As many at once as the instance lets everybody, or as a tenant has of its own. */
class TenantLimitsTests {

  private static final FilterChain NOTHING = (request, response) -> {};

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final TenantLimits limits =
      new TenantLimits(
          new LimitSettings(1, 3, 0, 2, 0, 0, Duration.ZERO, Duration.ZERO),
          new TooManyRequests(
              new FilterErrorWriter(
                  new StaticListableBeanFactory().getBeanProvider(ErrorPages.class)),
              metrics),
          metrics,
          Clock.systemUTC());

  private MockHttpServletResponse ask(String tenant, FilterChain meanwhile) throws Exception {
    var response = new MockHttpServletResponse();
    limits.pass(tenant, new MockHttpServletRequest("GET", "/"), response, meanwhile);
    return response;
  }

  private double refused(String reason) {
    return metrics.get(TooManyRequests.REFUSED).tag("reason", reason).counter().count();
  }

  @Test
  void whatIsRefusedIsCountedByItsReasonAndWhatIsLetInByHowManyItsTenantHas() throws Exception {
    var third = new MockHttpServletResponse[1];

    ask(
        "a",
        (one, first) -> {
          try {
            ask(
                "a",
                (two, second) -> {
                  try {
                    third[0] = ask("a", NOTHING);
                    ask("b", NOTHING);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                });
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    var fourth = ask("a", NOTHING);

    assertThat(third[0].getStatus()).isEqualTo(429);
    assertThat(third[0].getContentAsString()).contains("Too many requests at once; try again.");
    assertThat(fourth.getStatus()).isEqualTo(429);
    assertThat(fourth.getContentAsString()).contains("Too many requests a second");
    assertThat(refused("in_flight")).isEqualTo(1);
    assertThat(refused("rate")).isEqualTo(1);
    var inFlight = metrics.get(TenantLimits.IN_FLIGHT).summary();
    assertThat(inFlight.count()).isEqualTo(3);
    assertThat(inFlight.max()).isEqualTo(2);
    assertThat(inFlight.totalAmount()).isEqualTo(4);
  }

  @Test
  void whatIsATenantsOwnHoldsFromThenOnAndForItAlone() throws Exception {
    for (int n = 0; n < 3; n++) {
      ask("a", NOTHING);
    }
    assertThat(ask("a", NOTHING).getStatus()).isEqualTo(429);

    limits.hold(Map.of("a", new OwnLimits(10L, 20L, null)));
    assertThat(ask("a", NOTHING).getHeader("X-RateLimit-Limit")).isEqualTo("20");
    assertThat(ask("b", NOTHING).getHeader("X-RateLimit-Limit")).isEqualTo("3");

    limits.hold(Map.of("a", new OwnLimits(0L, null, null)));
    var unbounded = ask("a", NOTHING);
    assertThat(unbounded.getStatus()).isEqualTo(200);
    assertThat(unbounded.getHeader("X-RateLimit-Limit")).isNull();

    limits.hold(Map.of());
    assertThat(ask("a", NOTHING).getHeader("X-RateLimit-Limit")).isEqualTo("3");
  }

  @Test
  void whoHasNoLimitIsNotToldOfThatOfItsAddress() throws Exception {
    limits.hold(Map.of("a", new OwnLimits(0L, null, null)));
    var response = new MockHttpServletResponse();
    for (var header : List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")) {
      response.setHeader(header, "300");
    }

    limits.pass("a", new MockHttpServletRequest("GET", "/"), response, NOTHING);

    assertThat(response.getHeaderNames()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    ",,,1,3,2",
    "5,,,5,5,2",
    "5,0,,5,5,2",
    "5,7,9,5,7,9",
    ",4,,1,4,2",
    ",,0,1,3,0",
    "0,,,0,0,2"
  })
  void whatIsNotItsOwnIsAsForEverybody(
      Long rate, Long burst, Integer inFlight, long heldRate, long heldBurst, int heldInFlight) {
    assertThat(limits.with(new OwnLimits(rate, burst, inFlight)))
        .isEqualTo(new Allowance(heldRate, heldBurst, heldInFlight));
  }
}
