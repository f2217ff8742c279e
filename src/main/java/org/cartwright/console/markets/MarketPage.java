package org.cartwright.console.markets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Draws a market's page, after a change that was made or was not. */
@Component
class MarketPage {

  static final String IS_CLOSED = "isClosed";
  static final String MARKETS = HtmlPages.CONSOLE + "/catalog/markets";
  static final String MARKET = MARKETS + "/{market_id}";

  private final ConsolePages pages;
  private final MarketFile file;

  MarketPage(ConsolePages pages, MarketFile file) {
    this.pages = pages;
    this.file = file;
  }

  /** Does something to a market and leads to it, or shows why that was not done. */
  ResponseEntity<?> doing(
      String id, Typed typed, ConsoleSession session, HttpServletRequest request, Runnable work) {
    var trouble = Trouble.of(typed, work);
    return trouble.isNone()
        ? ConsolePages.seeOther(MARKETS + "/" + id)
        : show(id, trouble, session, request);
  }

  ResponseEntity<?> show(
      String id, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    return drawn("market", file.open(id, language(request)), trouble, session, request);
  }

  ResponseEntity<?> drawn(
      String template,
      Map<String, Object> of,
      Trouble trouble,
      ConsoleSession session,
      HttpServletRequest request) {
    var words = new HashMap<>(of);
    words.put("blank", Map.of());
    var isClosed = Boolean.TRUE.equals(of.get(IS_CLOSED));
    words.put("mayKeep", session.member().role().mayChangeCatalog() && !isClosed);
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page(template, request, words));
  }

  static Locale language(HttpServletRequest request) {
    return ConsolePages.language(request);
  }
}
