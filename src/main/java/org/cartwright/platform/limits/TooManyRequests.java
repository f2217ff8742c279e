package org.cartwright.platform.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.cartwright.platform.web.errors.FilterErrorWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Asks to try again later, in whatever form the client reads, and counts why. */
@Component
class TooManyRequests {

  static final String REFUSED = "cartwright.requests.refused";

  private static final int STATUS = 429;

  private final FilterErrorWriter answers;
  private final MeterRegistry metrics;

  TooManyRequests(FilterErrorWriter answers, MeterRegistry metrics) {
    this.answers = answers;
    this.metrics = metrics;
    for (var reason : RefusalReason.values()) {
      counter(reason); // so that 0 is told from the start
    }
  }

  private Counter counter(RefusalReason reason) {
    return Counter.builder(REFUSED)
        .description("Requests that were answered with 429")
        .tag("reason", reason.name().toLowerCase(Locale.ROOT))
        .register(metrics);
  }

  void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      long secondsToWait,
      RefusalReason reason)
      throws IOException {
    counter(reason).increment();
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(secondsToWait));
    answers.write(request, response, STATUS, reason.sentence());
  }
}
