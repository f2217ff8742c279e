package org.cartwright.quotes.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.cartwright.platform.web.PdfResponse;
import org.cartwright.quotes.QuoteAnswers;
import org.cartwright.quotes.QuoteRevision;
import org.cartwright.quotes.QuoteSending;
import org.cartwright.quotes.QuoteViewing;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.api.QuoteLine;
import org.cartwright.quotes.evidence.Acceptance;
import org.cartwright.quotes.print.QuotePrinter;
import org.cartwright.quotes.timeline.QuoteTimeline;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with quotes beyond the published API. */
@RestController
@RequestMapping("/billing/quote/{quote_id}")
@Tag(name = "Quotes")
class QuoteDeskController {

  private final QuoteSending sending;
  private final QuoteRevision revision;
  private final QuoteViewing viewing;
  private final QuotePrinter printer;
  private final QuoteAnswers answers;

  QuoteDeskController(
      QuoteSending sending,
      QuoteRevision revision,
      QuoteViewing viewing,
      QuotePrinter printer,
      QuoteAnswers answers) {
    this.sending = sending;
    this.revision = revision;
    this.viewing = viewing;
    this.printer = printer;
    this.answers = answers;
  }

  @PostMapping("/withdraw")
  @Operation(operationId = "withdraw_quote")
  QuoteDetail withdraw(@PathVariable("quote_id") String quoteId) {
    return sending.withdraw(quoteId);
  }

  @PostMapping("/revise")
  @Operation(operationId = "revise_quote")
  QuoteDetail revise(
      @PathVariable("quote_id") String quoteId,
      @RequestBody(required = false) QuoteRevision.@Nullable Wanted revise) {
    return revision.revise(
        quoteId,
        revise == null ? new QuoteRevision.Wanted(QuoteRevision.PriceChoice.SAME) : revise);
  }

  @GetMapping("/lines")
  @Operation(operationId = "get_quote_lines")
  List<QuoteLine> lines(@PathVariable("quote_id") String quoteId) {
    return viewing.lines(quoteId);
  }

  @GetMapping("/timeline")
  @Operation(operationId = "get_quote_timeline")
  QuoteTimeline timeline(@PathVariable("quote_id") String quoteId) {
    return viewing.timeline(quoteId);
  }

  @GetMapping("/quote.pdf")
  @PdfResponse.Answered
  @Operation(operationId = "print_quote")
  ResponseEntity<byte[]> print(@PathVariable("quote_id") String quoteId) {
    return PdfResponse.named("quote-" + quoteId, printer.print(quoteId));
  }

  @GetMapping("/acceptance")
  @Operation(operationId = "verify_quote_acceptance")
  Acceptance acceptance(@PathVariable("quote_id") String quoteId) {
    return answers.acceptance(quoteId);
  }
}
