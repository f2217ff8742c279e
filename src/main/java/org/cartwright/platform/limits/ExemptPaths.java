package org.cartwright.platform.limits;

import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.platform.web.HtmlPages;

/** What is answered however much is asked: whether the service lives, and what pages wear. */
final class ExemptPaths {

  private ExemptPaths() {}

  static boolean is(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.startsWith("/actuator/health")
        || path.startsWith(HtmlPages.PATH + "/_/")
        || path.startsWith(HtmlPages.CONSOLE + "/_/");
  }
}
