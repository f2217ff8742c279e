package org.cartwright.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.json.Spelling;

/** What is remembered about one request while it walks through the house. */
final class RequestNotes {

  private static final String SPELLING = RequestNotes.class.getName() + ".spelling";
  private static final String QUERY = RequestNotes.class.getName() + ".query";

  private RequestNotes() {}

  static Spelling spelling(HttpServletRequest request) {
    var spelling = (Spelling) request.getAttribute(SPELLING);
    if (spelling == null) {
      spelling = new Spelling();
      request.setAttribute(SPELLING, spelling);
    }
    return spelling;
  }

  static void queryViolations(HttpServletRequest request, List<Violation> found) {
    request.setAttribute(QUERY, found);
  }

  @SuppressWarnings("unchecked")
  static List<Violation> queryViolations(HttpServletRequest request) {
    var found = (List<Violation>) request.getAttribute(QUERY);
    return found == null ? List.of() : found;
  }
}
