package org.cartwright.platform.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.platform.web.errors.FilterErrorWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Asks to try again later, in whatever form the client reads. */
@Component
class TooManyRequests {

  private static final int STATUS = 429;

  private final FilterErrorWriter answers;

  TooManyRequests(FilterErrorWriter answers) {
    this.answers = answers;
  }

  void answer(
      HttpServletRequest request, HttpServletResponse response, long secondsToWait, String sentence)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(secondsToWait));
    answers.write(request, response, STATUS, sentence);
  }
}
