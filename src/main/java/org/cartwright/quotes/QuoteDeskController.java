package org.cartwright.quotes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.cartwright.platform.web.PdfFile;
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
  private final QuoteHistory history;
  private final QuotePapers papers;
  private final Acceptances acceptances;

  QuoteDeskController(
      QuoteSending sending,
      QuoteRevision revision,
      QuoteHistory history,
      QuotePapers papers,
      Acceptances acceptances) {
    this.sending = sending;
    this.revision = revision;
    this.history = history;
    this.papers = papers;
    this.acceptances = acceptances;
  }

  @PostMapping("/withdraw")
  @Operation(
      operationId = "withdraw_quote",
      summary = "Take a quote back",
      description =
          "From the patient, or from waiting to be sent: it is a draft again, its links are dead and its cart is free. Beyond the "
              + "published API.")
  QuoteDetail withdraw(@PathVariable("quote_id") String quoteId) {
    return sending.withdraw(quoteId);
  }

  @PostMapping("/revise")
  @Operation(
      operationId = "revise_quote",
      summary = "Make a new draft of a quote",
      description =
          "Of one that was sent, was declined or has expired. The new draft takes its place when it is sent; the old link leads "
              + "to it then. Of a quote that was declined or has expired the cart is copied too. Beyond the published API.")
  QuoteDetail revise(
      @PathVariable("quote_id") String quoteId,
      @RequestBody(required = false) QuoteRevision.@Nullable Wanted revise) {
    return revision.revise(
        quoteId,
        revise == null ? new QuoteRevision.Wanted(QuoteRevision.PriceChoice.SAME) : revise);
  }

  @GetMapping("/lines")
  @Operation(
      operationId = "get_quote_lines",
      summary = "The lines of a quote with their ids",
      description =
          "In the order of the quote's items; each is named by its id where a line is changed or taken off. Beyond the "
              + "published API.")
  List<QuoteLine> lines(@PathVariable("quote_id") String quoteId) {
    return history.lines(quoteId);
  }

  @GetMapping("/timeline")
  @Operation(
      operationId = "get_quote_timeline",
      summary = "What happened to a quote",
      description = "Who did what, when, in order. Beyond the published API.")
  QuoteTimeline timeline(@PathVariable("quote_id") String quoteId) {
    return history.of(quoteId);
  }

  @GetMapping("/quote.pdf")
  @PdfFile.Answered
  @Operation(
      operationId = "print_quote",
      summary = "A quote, to print",
      description =
          "Lines, figures, terms; once it is accepted also when and how, with the hash of what was accepted. Beyond the "
              + "published API.")
  ResponseEntity<byte[]> print(@PathVariable("quote_id") String quoteId) {
    return PdfFile.named("quote-" + quoteId, papers.print(quoteId));
  }

  @GetMapping("/acceptance")
  @Operation(
      operationId = "verify_quote_acceptance",
      summary = "Verify an acceptance",
      description =
          "The evidence that was kept when the quote was accepted, checked anew. Not found unless it was. Beyond the published "
              + "API.")
  Acceptance acceptance(@PathVariable("quote_id") String quoteId) {
    return acceptances.verify(quoteId);
  }
}
