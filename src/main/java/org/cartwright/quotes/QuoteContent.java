package org.cartwright.quotes;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import org.cartwright.lines.LineItem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a patient agrees to by accepting a quote: lines, figures, terms and validity, in one
 * canonical spelling: JSON with sorted keys and without blanks, amounts in the smallest unit of the
 * currency, quantities and percentages without trailing zeros, in UTF-8. The same quote always
 * gives the same bytes, so its SHA-256 proves which content was meant.
 */
record QuoteContent(
    String quoteId,
    String currency,
    @Nullable String title,
    @Nullable String description,
    @Nullable String terms,
    @Nullable Instant validUntil,
    List<Line> lines,
    long subtotal,
    long discountAmount,
    long taxAmount,
    long total) {

  private static final JsonMapper CANONICAL =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** A line of it. Quantity and percentage are decimal numbers in their shortest spelling. */
  record Line(
      String name,
      @Nullable String description,
      String quantity,
      long unitPrice,
      String discountPercentage,
      long discountAmount,
      long taxAmount,
      long totalPrice) {

    static Line of(LineItem line) {
      var figures = line.figures();
      return new Line(
          line.name(),
          line.notes(),
          plain(line.quantity().value()),
          line.unitPrice().value(),
          plain(line.discount().percentage()),
          figures.discount().value(),
          figures.tax().value(),
          figures.net().value());
    }

    private static String plain(BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
  }

  static QuoteContent of(Quote quote, Currency currency) {
    var heading = quote.heading();
    var figures = quote.items().figures();
    return new QuoteContent(
        quote.id(),
        currency.getCurrencyCode(),
        heading.title(),
        heading.description(),
        heading.terms(),
        heading.validUntil(),
        quote.items().lines().stream().map(Line::of).toList(),
        figures.subtotal(),
        figures.discountAmount(),
        figures.taxAmount(),
        figures.total());
  }

  /** The content in its canonical spelling. */
  String canonical() {
    return CANONICAL.writeValueAsString(this);
  }

  /** The SHA-256 of a content in its canonical spelling, in hex. */
  static String sha256(String canonical) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
