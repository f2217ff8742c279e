package org.cartwright.platform.limits;

import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.platform.web.ForPeople;

/** What is answered however much is asked: whether the service lives, and what pages wear. */
final class Unlimited {

  private Unlimited() {}

  static boolean is(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.startsWith("/actuator/health") || path.startsWith(ForPeople.PATH + "/_/");
  }
}
