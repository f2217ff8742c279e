package org.cartwright.quotes.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.lines.LineItem;
import org.cartwright.pricing.taxes.TaxMode;
import org.jspecify.annotations.Nullable;

/**
 * A quote as a patient sees it. Amounts are in the smallest unit of its currency.
 *
 * @param status as it stands at this moment
 * @param patientName whom it is for, to be addressed
 * @param language in which they are written to, if that is known; no part of the content
 * @param taxMode whether the taxes come on top of its prices or are inside
 * @param discountAmount what is taken off the whole: the discount and the coupon together
 * @param coupon the coupon that made it cheaper, if one did
 * @param answerMessage what the patient wrote with the answer; absent if the staff took it down
 * @param sha256 of the canonical JSON of the content, in hex
 */
public record ShownQuote(
    String quoteId,
    QuoteStatus status,
    String patientName,
    @Nullable String language,
    @Nullable String title,
    @Nullable String description,
    @Nullable String terms,
    Currency currency,
    TaxMode taxMode,
    List<Line> lines,
    long subtotal,
    long discountAmount,
    @Nullable Coupon coupon,
    long taxAmount,
    long total,
    @Nullable Instant validUntil,
    @Nullable Instant sentDate,
    @Nullable Instant respondedDate,
    @Nullable String answerMessage,
    String sha256) {

  /**
   * A coupon, under the code that was entered.
   *
   * @param amount what of the whole's discount is the coupon's
   */
  public record Coupon(String code, long amount) {}

  /** What the discount on the whole amounts to, without the coupon. */
  public long discountWithoutCoupon() {
    return coupon == null ? discountAmount : discountAmount - coupon.amount;
  }

  /**
   * A line.
   *
   * @param discountAmount what its own discount amounts to
   * @param totalPrice unit price × quantity less its own discount
   */
  public record Line(
      String name,
      @Nullable String description,
      BigDecimal quantity,
      long unitPrice,
      long discountAmount,
      BigDecimal discountPercentage,
      long taxAmount,
      long totalPrice) {

    public static Line of(LineItem line) {
      var figures = line.figures();
      return new Line(
          line.name(),
          line.notes(),
          line.quantity().value(),
          line.unitPrice().value(),
          figures.discount().value(),
          line.discount().percentage(),
          figures.tax().value(),
          figures.net().value());
    }
  }
}
