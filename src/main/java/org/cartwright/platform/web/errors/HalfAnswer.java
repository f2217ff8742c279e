package org.cartwright.platform.web.errors;

import jakarta.servlet.http.HttpServletRequest;

/** Half an answer that is out already when something fails: nobody may take it for a whole one. */
public final class HalfAnswer {

  private static final String ATTRIBUTE = HalfAnswer.class.getName();

  private HalfAnswer() {}

  /** The request is answered by half, and no more will come. */
  static void leave(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, true);
  }

  /** Whether half an answer is all that the request got. */
  public static boolean isAllOf(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) != null;
  }
}
