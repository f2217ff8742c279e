package org.cartwright.quotes.page.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.format.TimeFormat;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.quotes.evidence.ShownQuote;
import org.jspecify.annotations.Nullable;

/**
 * A quote in words and figures, as it stands on its page.
 *
 * @param hasDiscounts whether any line has one
 * @param hasTaxes whether any line has one
 * @param hasTaxInside whether the tax is in the total's prices and does not come on top
 * @param outcome how it was answered, if it was
 * @param isOpen whether it can still be answered
 * @param sha256 of what is shown
 */
public record QuotePageModel(
    String patientName,
    @Nullable String title,
    @Nullable String description,
    @Nullable String terms,
    List<Line> lines,
    boolean hasDiscounts,
    boolean hasTaxes,
    String subtotal,
    @Nullable String discount,
    @Nullable Coupon coupon,
    @Nullable String tax,
    boolean hasTaxInside,
    String total,
    @Nullable String validUntil,
    @Nullable Outcome outcome,
    boolean isOpen,
    String sha256) {

  /** Holds 999,999.99 in any currency. */
  private static final int WIDEST_COLUMN = 13;

  /** A line; what there is none of is absent. */
  record Line(
      String name,
      @Nullable String description,
      String quantity,
      String price,
      @Nullable String discount,
      @Nullable String discountPercentage,
      String amount,
      @Nullable String tax) {

    private boolean isWiderThan(int characters) {
      return Stream.of(price, discount, amount, tax)
          .anyMatch(figure -> figure != null && figure.length() > characters);
    }
  }

  /** The coupon that made it cheaper, and by how much. */
  record Coupon(String code, String amount) {}

  /**
   * Whether there are amounts that would be torn apart in a column of a table; for the template.
   */
  public boolean isWide() {
    return lines.stream().anyMatch(line -> line.isWiderThan(WIDEST_COLUMN));
  }

  /**
   * How it was answered.
   *
   * @param date when
   * @param message what the patient wrote with it
   */
  record Outcome(boolean accepted, @Nullable String date, @Nullable String message) {}

  public static QuotePageModel of(ShownQuote quote, MoneyFormat figures, TimeFormat times) {
    return new QuotePageModel(
        quote.patientName(),
        blankAsNone(quote.title()),
        blankAsNone(quote.description()),
        blankAsNone(quote.terms()),
        quote.lines().stream().map(line -> line(line, figures)).toList(),
        quote.lines().stream().anyMatch(line -> line.discountAmount() != 0),
        quote.lines().stream().anyMatch(line -> line.taxAmount() != 0),
        figures.money(quote.subtotal()),
        quote.discountWithoutCoupon() == 0 ? null : figures.money(-quote.discountWithoutCoupon()),
        coupon(quote.coupon(), figures),
        quote.taxAmount() == 0 ? null : figures.money(quote.taxAmount()),
        quote.taxMode() == TaxMode.INCLUSIVE,
        figures.money(quote.total()),
        quote.validUntil() == null ? null : times.until(quote.validUntil()),
        outcome(quote, times),
        quote.status().isWithPatient(),
        quote.sha256());
  }

  private static Line line(ShownQuote.Line line, MoneyFormat figures) {
    var hasDiscount = line.discountAmount() != 0;
    var hasPercentage = hasDiscount && line.discountPercentage().compareTo(BigDecimal.ZERO) != 0;
    return new Line(
        line.name(),
        blankAsNone(line.description()),
        figures.number(line.quantity()),
        figures.money(line.unitPrice()),
        hasDiscount ? figures.money(-line.discountAmount()) : null,
        hasPercentage ? figures.number(line.discountPercentage()) + " %" : null,
        figures.money(line.totalPrice()),
        line.taxAmount() == 0 ? null : figures.money(line.taxAmount()));
  }

  private static @Nullable Coupon coupon(ShownQuote.@Nullable Coupon coupon, MoneyFormat figures) {
    return coupon == null ? null : new Coupon(coupon.code(), figures.money(-coupon.amount()));
  }

  private static @Nullable Outcome outcome(ShownQuote quote, TimeFormat times) {
    var date = quote.respondedDate() == null ? null : times.moment(quote.respondedDate());
    var message = blankAsNone(quote.answerMessage());
    return switch (quote.status()) {
      case ACCEPTED, CONVERTED -> new Outcome(true, date, message);
      case DECLINED -> new Outcome(false, date, message);
      case DRAFT, SENT, VIEWED, EXPIRED -> null;
    };
  }

  private static @Nullable String blankAsNone(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
