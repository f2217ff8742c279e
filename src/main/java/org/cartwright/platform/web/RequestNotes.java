package org.cartwright.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.platform.json.Spelling;

/** What is remembered about one request while it walks through the house. */
final class RequestNotes {

  private static final String SPELLING = RequestNotes.class.getName() + ".spelling";

  private RequestNotes() {}

  static Spelling spelling(HttpServletRequest request) {
    var spelling = (Spelling) request.getAttribute(SPELLING);
    if (spelling == null) {
      spelling = new Spelling();
      request.setAttribute(SPELLING, spelling);
    }
    return spelling;
  }
}
