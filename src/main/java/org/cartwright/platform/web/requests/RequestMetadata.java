package org.cartwright.platform.web.requests;

import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.platform.json.FieldSpelling;

/** What is remembered about one request while it walks through the house. */
public final class RequestMetadata {

  private static final String SPELLING = RequestMetadata.class.getName() + ".spelling";

  private RequestMetadata() {}

  public static FieldSpelling spelling(HttpServletRequest request) {
    var spelling = (FieldSpelling) request.getAttribute(SPELLING);
    if (spelling == null) {
      spelling = new FieldSpelling();
      request.setAttribute(SPELLING, spelling);
    }
    return spelling;
  }
}
