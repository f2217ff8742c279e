package org.cartwright.quotes.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.carts.api.QuoteSummary;
import org.cartwright.charges.api.ChargeDetail;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.quotes.QuoteAnswers;
import org.cartwright.quotes.QuoteConversion;
import org.cartwright.quotes.QuoteSending;
import org.cartwright.quotes.QuoteViewing;
import org.cartwright.quotes.Quotes;
import org.cartwright.quotes.access.BotDetection;
import org.cartwright.quotes.api.ConvertQuoteToChargeRequest;
import org.cartwright.quotes.api.PublicQuoteView;
import org.cartwright.quotes.api.QuoteCreate;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.api.QuoteItemCreate;
import org.cartwright.quotes.api.QuoteItemUpdate;
import org.cartwright.quotes.api.QuoteResponse;
import org.cartwright.quotes.api.QuoteUpdate;
import org.cartwright.quotes.api.SendQuoteRequest;
import org.cartwright.quotes.evidence.Acceptance;
import org.cartwright.quotes.evidence.Acceptances;
import org.cartwright.quotes.jobs.QuoteExpiry;
import org.cartwright.quotes.reading.QuoteCriteria;
import org.cartwright.quotes.reading.QuoteQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quotes over HTTP, as the published API has them. */
@RestController
@RequestMapping("/billing/quote")
@Tag(
    name = "Quotes",
    description = "A cart that is offered to its patient, who accepts or declines it.")
class QuoteController {

  private final Quotes quotes;
  private final QuoteQueries queries;
  private final QuoteViewing viewing;
  private final QuoteSending sending;
  private final QuoteAnswers answers;
  private final QuoteConversion conversion;
  private final QuoteExpiry expiry;

  QuoteController(
      Quotes quotes,
      QuoteQueries queries,
      QuoteViewing viewing,
      QuoteSending sending,
      QuoteAnswers answers,
      QuoteConversion conversion,
      QuoteExpiry expiry) {
    this.quotes = quotes;
    this.queries = queries;
    this.viewing = viewing;
    this.sending = sending;
    this.answers = answers;
    this.conversion = conversion;
    this.expiry = expiry;
  }

  @PostMapping
  @Operation(operationId = "create_quote_billing_quote_post")
  QuoteDetail create(@RequestBody QuoteCreate quote) {
    return quotes.make(quote);
  }

  @GetMapping("/list")
  @Operation(operationId = "get_quotes_billing_quote_list_get")
  Page<QuoteSummary> list(
      @RequestParam(name = "patient_id", required = false) @Nullable String patientId,
      @RequestParam(name = "creator_id", required = false) @Nullable String creatorId,
      @RequestParam(name = "cart_id", required = false) @Nullable String cartId,
      @RequestParam(name = "status", required = false) @Nullable QuoteStatus status,
      @RequestParam(name = "page", defaultValue = "1") @Min(1) int page,
      @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
    return queries.page(
        new QuoteCriteria(patientId, creatorId, cartId, status), new Paging(page, size));
  }

  @GetMapping("/public/{quote_id}")
  @Operation(operationId = "get_public_quote_billing_quote_public__quote_id__get")
  PublicQuoteView show(
      @PathVariable("quote_id") String quoteId,
      @RequestParam(name = "update_viewed_date", defaultValue = "true") boolean updateViewedDate,
      @Parameter(hidden = true) HttpServletRequest request) {
    return viewing.show(quoteId, updateViewedDate && BotDetection.asksToSee(request));
  }

  @GetMapping("/{quote_id}")
  @Operation(operationId = "get_quote_by_id_billing_quote__quote_id__get")
  QuoteDetail get(@PathVariable("quote_id") String quoteId) {
    return queries.get(quoteId);
  }

  @PutMapping("/{quote_id}")
  @Operation(operationId = "update_quote_billing_quote__quote_id__put")
  QuoteDetail change(@PathVariable("quote_id") String quoteId, @RequestBody QuoteUpdate quote) {
    return quotes.change(quoteId, quote);
  }

  @GetMapping("/{quote_id}/view")
  @Operation(operationId = "get_quote_view_billing_quote__quote_id__view_get")
  PublicQuoteView view(@PathVariable("quote_id") String quoteId) {
    return viewing.preview(quoteId);
  }

  @PostMapping("/{quote_id}/items/add")
  @Operation(operationId = "add_item_to_quote_billing_quote__quote_id__items_add_post")
  QuoteDetail add(@PathVariable("quote_id") String quoteId, @RequestBody QuoteItemCreate item) {
    return quotes.add(quoteId, item);
  }

  @PutMapping("/{quote_id}/items/{item_id}")
  @Operation(operationId = "update_quote_item_billing_quote__quote_id__items__item_id__put")
  QuoteDetail change(
      @PathVariable("quote_id") String quoteId,
      @PathVariable("item_id") String itemId,
      @RequestBody QuoteItemUpdate item) {
    return quotes.change(quoteId, itemId, item);
  }

  @DeleteMapping("/{quote_id}/items/{item_id}")
  @Operation(operationId = "remove_quote_item_billing_quote__quote_id__items__item_id__delete")
  QuoteDetail remove(
      @PathVariable("quote_id") String quoteId, @PathVariable("item_id") String itemId) {
    return quotes.remove(quoteId, itemId);
  }

  @PostMapping("/send")
  @Operation(operationId = "send_quote_billing_quote_send_post")
  QuoteDetail send(@RequestBody SendQuoteRequest sendQuoteRequest) {
    return sending.send(sendQuoteRequest);
  }

  @PostMapping("/respond")
  @Operation(operationId = "respond_to_quote_billing_quote_respond_post")
  QuoteDetail respond(
      @RequestBody QuoteResponse response, @Parameter(hidden = true) HttpServletRequest request) {
    return answers.take(
        response,
        new Acceptances.Circumstances(
            Acceptance.Verification.API_KEY,
            request.getRemoteAddr(),
            request.getHeader(HttpHeaders.USER_AGENT),
            null));
  }

  @PostMapping("/convert-to-charge")
  @Operation(operationId = "convert_quote_to_charge_billing_quote_convert_to_charge_post")
  ChargeDetail convert(@RequestBody ConvertQuoteToChargeRequest conversionRequest) {
    return conversion.convert(conversionRequest);
  }

  @PostMapping("/expire-old")
  @Operation(operationId = "expire_old_quotes_billing_quote_expire_old_post")
  long expireOld() {
    return expiry.expire();
  }
}
