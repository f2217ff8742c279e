package org.cartwright.console.markets;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The list of markets, the page on which one is opened, and what is changed of one itself. */
@Hidden
@Controller
class MarketsController {

  private static final String NEW = MarketPage.MARKETS + "/new";

  private final MarketPage page;
  private final MarketFile file;
  private final MarketDesk desk;

  MarketsController(MarketPage page, MarketFile file, MarketDesk desk) {
    this.page = page;
    this.file = file;
    this.desk = desk;
  }

  @GetMapping(MarketPage.MARKETS)
  ResponseEntity<?> list(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var language = MarketPage.language(request);
    var words =
        Map.<String, Object>of("markets", file.list(language), "closed", file.closed(language));
    return page.drawn("markets", words, Trouble.NONE, session, request);
  }

  @GetMapping(NEW)
  ResponseEntity<?> blank(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return page.drawn("new-market", Map.of(), Trouble.NONE, session, request);
  }

  @PostMapping(NEW)
  ResponseEntity<?> open(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of("market", request);
    return Trouble.answering(
        typed,
        () -> desk.open(typed, session),
        market -> ConsolePages.seeOther(MarketPage.MARKETS + "/" + market),
        trouble -> page.drawn("new-market", Map.of(), trouble, session, request));
  }

  @GetMapping(MarketPage.MARKET)
  ResponseEntity<?> market(
      @PathVariable("market_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page.show(id, Trouble.NONE, session, request);
  }

  @PostMapping(MarketPage.MARKET)
  ResponseEntity<?> change(
      @PathVariable("market_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("market", request);
    return page.doing(id, typed, session, request, () -> desk.change(id, typed, session));
  }

  @PostMapping(MarketPage.MARKET + "/delete")
  ResponseEntity<?> close(
      @PathVariable("market_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("delete", request);
    var trouble = Trouble.of(typed, () -> desk.close(id, typed, session));
    return trouble.isNone()
        ? ConsolePages.seeOther(MarketPage.MARKETS)
        : page.show(id, trouble, session, request);
  }
}
