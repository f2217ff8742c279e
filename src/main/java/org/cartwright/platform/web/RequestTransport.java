package org.cartwright.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** How a request came. */
public final class RequestTransport {

  private RequestTransport() {}

  /**
   * Whether the visitor's browser speaks TLS, with this service or with a proxy before it. Whoever
   * claims so falsely only gets a cookie that their own browser keeps to itself, so everybody is
   * believed.
   */
  public static boolean isTls(HttpServletRequest request) {
    return request.isSecure()
        || header(request, "X-Forwarded-Proto").split(",", 2)[0].strip().equals("https")
        || header(request, "Forwarded").split(",", 2)[0].contains("proto=https");
  }

  private static String header(HttpServletRequest request, String name) {
    var value = request.getHeader(name);
    return value == null ? "" : value.toLowerCase(Locale.ROOT).replace("\"", "");
  }
}
