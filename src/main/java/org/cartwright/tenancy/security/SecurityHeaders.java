package org.cartwright.tenancy.security;

import java.util.Map;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * What the answers of an area say to browsers and caches, whatever becomes of a request. Where an
 * answer says otherwise by itself, that counts.
 */
final class SecurityHeaders {

  /**
   * Nobody but who asked may keep it, and no browser takes it for a page: caches do not know that
   * {@code API-KEY} makes an answer private.
   */
  static final HeaderWriter DATA =
      writing(
          Map.of(
              "Cache-Control",
              "no-store",
              "X-Content-Type-Options",
              "nosniff",
              "Content-Security-Policy",
              "default-src 'none'; frame-ancestors 'none'",
              "X-Frame-Options",
              "DENY",
              "Referrer-Policy",
              "no-referrer"));

  /** The documentation's page runs scripts and keeps keys; nobody may put it into a frame. */
  static final HeaderWriter DOCUMENTATION =
      writing(
          Map.of(
              "X-Content-Type-Options",
              "nosniff",
              "Content-Security-Policy",
              "frame-ancestors 'none'",
              "X-Frame-Options",
              "DENY",
              "Referrer-Policy",
              "no-referrer"));

  static final HeaderWriter PAGES = writing(HtmlPages.HEADERS);

  private SecurityHeaders() {}

  private static HeaderWriter writing(Map<String, String> headers) {
    return new StaticHeadersWriter(
        headers.entrySet().stream().map(h -> new Header(h.getKey(), h.getValue())).toList());
  }
}
