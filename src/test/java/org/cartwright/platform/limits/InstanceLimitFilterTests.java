package org.cartwright.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.cartwright.platform.web.errors.ErrorPages;
import org.cartwright.platform.web.errors.FilterErrorWriter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class InstanceLimitFilterTests {

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final InstanceLimitFilter limit =
      new InstanceLimitFilter(
          new LimitSettings(0, 0, 0, 0, 1, 0, Duration.ZERO, Duration.ZERO),
          new TooManyRequests(
              new FilterErrorWriter(
                  new StaticListableBeanFactory().getBeanProvider(ErrorPages.class)),
              metrics));

  @Test
  void whatIsMoreThanAnInstanceCanAnswerAtOnceIsAskedToComeAgain() throws Exception {
    var within = new MockHttpServletResponse();
    var health = new MockHttpServletResponse();
    var after = new MockHttpServletResponse();

    limit.doFilter(
        asking("/billing/cart"),
        new MockHttpServletResponse(),
        (request, response) -> {
          limit.doFilter(asking("/billing/cart"), within, new MockFilterChain());
          limit.doFilter(asking("/actuator/health/liveness"), health, new MockFilterChain());
        });
    limit.doFilter(asking("/billing/cart"), after, new MockFilterChain());

    assertThat(within.getStatus()).isEqualTo(429);
    assertThat(within.getHeader("Retry-After")).isEqualTo("1");
    assertThat(within.getContentAsString())
        .isEqualTo("{\"detail\":\"The service is answering as much as it can; try again.\"}");
    assertThat(metrics.get(TooManyRequests.REFUSED).tag("reason", "instance").counter().count())
        .isEqualTo(1);
    assertThat(health.getStatus()).isEqualTo(200);
    assertThat(after.getStatus()).isEqualTo(200);
  }

  private static MockHttpServletRequest asking(String path) {
    return new MockHttpServletRequest("GET", path);
  }
}
