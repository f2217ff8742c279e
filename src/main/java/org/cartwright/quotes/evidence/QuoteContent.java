package org.cartwright.quotes.evidence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.cartwright.lines.LineItem;
import org.jspecify.annotations.Nullable;

/**
 * What a patient agrees to by accepting a quote: lines, figures, terms and validity, and in which
 * currency, and on which terms of a market if it is sold in one. It has one canonical spelling in
 * each {@link ContentVersion}: the same quote always gives the same bytes, so their SHA-256 proves
 * which content was meant.
 */
public record QuoteContent(
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
    long total,
    @Nullable Market market) {

  /**
   * On which terms a market sells it.
   *
   * @param taxesIncluded whether its prices have the taxes inside
   * @param couponAmount what of the discount is the coupon's
   */
  public record Market(boolean taxesIncluded, @Nullable String couponCode, long couponAmount) {}

  /** A line of it. */
  public record Line(
      String name,
      @Nullable String description,
      BigDecimal quantity,
      long unitPrice,
      BigDecimal discountPercentage,
      long discountAmount,
      long taxAmount,
      long totalPrice) {

    public static Line of(LineItem line) {
      var figures = line.figures();
      return new Line(
          line.name(),
          line.notes(),
          line.quantity().value(),
          line.unitPrice().value(),
          line.discount().percentage(),
          figures.discount().value(),
          figures.tax().value(),
          figures.net().value());
    }
  }

  /** The content in its canonical spelling of today. */
  public String canonical() {
    return ContentVersion.presentOf(this).write(this);
  }

  /** The SHA-256 of a content in its canonical spelling, in hex. */
  public static String sha256(String canonical) {
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
