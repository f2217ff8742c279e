package org.cartwright.console.quote;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.platform.web.PdfResponse;
import org.cartwright.quotes.QuoteViewing;
import org.cartwright.quotes.print.QuotePrinter;
import org.cartwright.quotes.reading.QuoteQueries;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done about a quote beside sending it: answered for the patient, revised, printed. */
@Hidden
@Controller
class QuoteActsController {

  private final ConsolePages pages;
  private final QuotePage page;
  private final QuoteDesk desk;
  private final QuoteQueries quotes;
  private final QuoteViewing viewing;
  private final QuotePrinter printer;

  QuoteActsController(
      ConsolePages pages,
      QuotePage page,
      QuoteDesk desk,
      QuoteQueries quotes,
      QuoteViewing viewing,
      QuotePrinter printer) {
    this.pages = pages;
    this.page = page;
    this.desk = desk;
    this.quotes = quotes;
    this.viewing = viewing;
    this.printer = printer;
  }

  @PostMapping(QuotePageController.QUOTE + "/answer")
  ResponseEntity<?> answer(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("answer", request);
    var browser = request.getHeader(HttpHeaders.USER_AGENT);
    var trouble =
        Trouble.of(typed, () -> desk.takeDown(quoteId, typed, request.getRemoteAddr(), browser));
    return trouble.isNone()
        ? QuotePageController.to(quoteId)
        : page.of(quoteId, trouble, session, request);
  }

  @PostMapping(QuotePageController.QUOTE + "/revise")
  ResponseEntity<?> revise(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("revise", request);
    return Trouble.answering(
        typed,
        () -> desk.revise(quoteId, typed, session.member().role()),
        QuotePageController::to,
        trouble -> page.of(quoteId, trouble, session, request));
  }

  @GetMapping(QuotePageController.QUOTE + "/quote.pdf")
  ResponseEntity<?> print(@PathVariable("quote_id") String quoteId) {
    Trail.shows("quote", quoteId);
    return PdfResponse.shown("quote-" + quoteId, printer.print(quoteId));
  }

  /**
   * What an open page asks every few seconds: whether more happened than it shows.
   *
   * @param seen how much that is
   * @param isOpen whether the quote was with the patient: what can be done about it is drawn anew
   *     only where that is another, since somebody may be writing there
   */
  @GetMapping(QuotePageController.QUOTE + ConsolePages.NEWS)
  ResponseEntity<?> news(
      @PathVariable("quote_id") String quoteId,
      @RequestParam(name = "seen", defaultValue = "0") int seen,
      @RequestParam(name = "open", defaultValue = "false") boolean isOpen,
      HttpServletRequest request) {
    if (viewing.happenings(quoteId) == seen) {
      return ResponseEntity.noContent().build();
    }
    var hasMoved = quotes.get(quoteId).status().isWithPatient() != isOpen;
    return HtmlPages.page(200)
        .body(pages.page("quote-news", request, Map.of("quoteId", quoteId, "hasMoved", hasMoved)));
  }
}
