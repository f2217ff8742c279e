package org.cartwright.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.platform.web.errors.ErrorPages;
import org.springframework.stereotype.Component;

/** What goes wrong at the console, told on a page of it. */
@Component
class ConsoleErrorPages implements ErrorPages {

  private static final Set<Integer> KNOWN = Set.of(403, 404, 409, 413, 429, 503);
  private static final int OURS = 500;

  private final ConsolePages pages;

  ConsoleErrorPages(ConsolePages pages) {
    this.pages = pages;
  }

  @Override
  public boolean areFor(String path) {
    return HtmlPages.isOfTheConsole(path);
  }

  @Override
  public String saying(int status, HttpServletRequest request) {
    var key = KNOWN.contains(status) ? "" + status : status >= OURS ? "ours" : "yours";
    return pages.notice("error." + key, request);
  }

  @Override
  public Map<String, String> headers(HttpServletRequest request) {
    return ConsolePages.overWhatIsOpen(request);
  }
}
