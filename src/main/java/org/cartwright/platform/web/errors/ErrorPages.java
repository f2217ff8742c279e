package org.cartwright.platform.web.errors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.cartwright.platform.web.HtmlPages;

/** The pages that tell people what programs are told in JSON, in one part of the house. */
public interface ErrorPages {

  /** Whether these are the pages for who asked for this path. */
  boolean areFor(String path);

  /** The page for a status nobody explained better, as HTML. */
  String saying(int status, HttpServletRequest request);

  /** What the answer says besides to whoever asked. */
  default Map<String, String> headers(HttpServletRequest request) {
    return Map.of();
  }

  /** The pages for whoever asked. */
  static ErrorPages of(Stream<ErrorPages> pages, HttpServletRequest request) {
    var path = HtmlPages.asked(request);
    return pages
        .filter(they -> they.areFor(path))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Nobody has pages for this part of the house"));
  }
}
