package org.cartwright.platform.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.platform.web.PlainAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Asks to try again later, in whatever form the client reads. */
@Component
class TooMany {

  private static final int STATUS = 429;

  private final PlainAnswers answers;

  TooMany(PlainAnswers answers) {
    this.answers = answers;
  }

  void answer(
      HttpServletRequest request, HttpServletResponse response, long secondsToWait, String sentence)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(secondsToWait));
    answers.write(request, response, STATUS, sentence);
  }
}
