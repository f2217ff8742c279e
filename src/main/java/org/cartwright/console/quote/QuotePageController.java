package org.cartwright.console.quote;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page of a quote, where it is sent again, taken back and charged. */
@Hidden
@Controller("consoleQuotePageController")
class QuotePageController {

  private static final String CHARGES = HtmlPages.CONSOLE + "/charges";
  static final String QUOTES = HtmlPages.CONSOLE + "/quotes";
  static final String QUOTE = QUOTES + "/{quote_id}";

  private final QuoteDesk desk;
  private final QuotePage page;

  QuotePageController(QuoteDesk desk, QuotePage page) {
    this.desk = desk;
    this.page = page;
  }

  @GetMapping(QUOTE)
  ResponseEntity<?> quote(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page.of(quoteId, Trouble.NONE, session, request);
  }

  @PostMapping(QUOTE + "/send")
  ResponseEntity<?> sendAgain(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = Typed.of("again", request);
    return doing(quoteId, edit, session, request, () -> desk.sendAgain(quoteId, edit));
  }

  @PostMapping(QUOTE + "/send-now")
  ResponseEntity<?> sendAtOnce(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = Typed.of("waiting", request);
    return doing(quoteId, edit, session, request, () -> desk.sendAtOnce(quoteId));
  }

  @PostMapping(QUOTE + "/withdraw")
  ResponseEntity<?> withdraw(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = Typed.of("withdraw", request);
    var role = session.member().role();
    return doing(quoteId, edit, session, request, () -> desk.withdraw(quoteId, role, edit));
  }

  @PostMapping(QUOTE + "/charge")
  ResponseEntity<?> charge(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return Trouble.answering(
        Typed.of("charge", request),
        () -> desk.charge(quoteId),
        charge -> ConsolePages.seeOther(CHARGES + "/" + charge),
        trouble -> page.of(quoteId, trouble, session, request));
  }

  private ResponseEntity<?> doing(
      String quoteId,
      Typed edit,
      ConsoleSession session,
      HttpServletRequest request,
      Runnable work) {
    var trouble = Trouble.of(edit, work);
    return trouble.isNone() ? to(quoteId) : page.of(quoteId, trouble, session, request);
  }

  static ResponseEntity<?> to(String quoteId) {
    return ConsolePages.seeOther(QUOTES + "/" + quoteId);
  }
}
