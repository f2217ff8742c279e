package org.cartwright.orders.reading;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cartwright.catalog.markets.MarketRows;
import org.cartwright.catalog.markets.MarketTerms;
import org.cartwright.lines.stored.DiscountRows;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.PaymentMethod;
import org.cartwright.orders.api.placed.FulfilmentStatus;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.api.placed.OrderItem;
import org.cartwright.orders.api.placed.OrderNumber;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.orders.api.placed.OrderSummary;
import org.cartwright.orders.fulfilment.ServiceRows;
import org.cartwright.patients.PatientContact;
import org.cartwright.patients.PatientContactRows;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.pricing.taxes.TaxMode;
import org.jspecify.annotations.Nullable;

/** An order as one row tells it: without its lines. */
record OrderRow(
    String id,
    OrderNumber number,
    OrderStatus status,
    String cartId,
    @Nullable String quoteId,
    String chargeId,
    MarketTerms market,
    TaxMode taxMode,
    PatientContact customer,
    Contact contact,
    @Nullable Address shipping,
    @Nullable Address billing,
    boolean billingSameAsShipping,
    Fulfilment fulfilment,
    PaymentMethod paymentMethod,
    @Nullable String couponCode,
    boolean taxExempt,
    @Nullable String internalNote,
    int itemCount,
    Figures figures,
    @Nullable String cancelReason,
    Instant createdDate,
    Instant updatedDate,
    @Nullable Instant approvedDate,
    @Nullable Instant cancelledDate,
    MoneyFormat money) {

  /** How the goods get to the customer, and where they are. */
  record Fulfilment(
      FulfilmentCategory category,
      String serviceId,
      String name,
      @Nullable FulfilmentStatus status,
      @Nullable String carrier,
      @Nullable String trackingNumber,
      @Nullable String note,
      @Nullable Instant updatedDate) {

    static Fulfilment read(ResultSet row) throws SQLException {
      return new Fulfilment(
          Objects.requireNonNull(Columns.nameOrNull(row, "category", FulfilmentCategory.class)),
          row.getString("service_id"),
          row.getString("service_name"),
          Columns.nameOrNull(row, "u_status", FulfilmentStatus.class),
          row.getString("u_carrier"),
          row.getString("u_tracking_number"),
          row.getString("u_note"),
          Columns.instantOrNull(row, "u_updated_date"));
    }
  }

  /** What it costs; see {@link org.cartwright.lines.figures.TotalFigures}. */
  record Figures(
      long subtotal,
      BigDecimal discountPercentage,
      long discountAmount,
      long couponAmount,
      long fee,
      long taxAmount,
      long total) {

    static Figures read(ResultSet row) throws SQLException {
      return new Figures(
          row.getLong("subtotal"),
          DiscountRows.percentage(row),
          row.getLong("discount_amount"),
          row.getLong("coupon_amount"),
          row.getLong("fee"),
          row.getLong("tax_amount"),
          row.getLong("total"));
    }

    long goods() {
      return subtotal - fee;
    }

    long discount() {
      return discountAmount - couponAmount;
    }
  }

  /**
   * @param locale in which the shop writes amounts
   */
  static OrderRow read(ResultSet row, Locale locale) throws SQLException {
    var market = MarketRows.read(row);
    return new OrderRow(
        row.getString("id"),
        new OrderNumber(row.getLong("number")),
        OrderStatus.valueOf(row.getString("status")),
        row.getString("cart_id"),
        row.getString("quote_id"),
        row.getString("charge_id"),
        market,
        TaxMode.valueOf(row.getString("tax_mode")),
        Objects.requireNonNull(PatientContactRows.read(row)),
        new Contact(
            row.getString("contact_name"),
            row.getString("contact_phone"),
            row.getString("contact_email")),
        ServiceRows.address(row, "shipping"),
        ServiceRows.address(row, "billing"),
        row.getBoolean("billing_same_as_shipping"),
        Fulfilment.read(row),
        Objects.requireNonNull(Columns.nameOrNull(row, "payment_method", PaymentMethod.class)),
        row.getString("coupon_code"),
        row.getBoolean("tax_exempt"),
        row.getString("internal_note"),
        row.getInt("item_count"),
        Figures.read(row),
        row.getString("cancel_reason"),
        Columns.instant(row, "created_date"),
        Columns.instant(row, "updated_date"),
        Columns.instantOrNull(row, "approved_date"),
        Columns.instantOrNull(row, "cancelled_date"),
        new MoneyFormat(market.currency(), locale));
  }

  OrderSummary summary() {
    return new OrderSummary(
        id,
        number.toString(),
        status,
        fulfilment.status(),
        marketTiny(),
        customerTiny(),
        contact,
        itemCount,
        figures.total(),
        money.currency().getCurrencyCode(),
        money.money(figures.total()),
        createdDate,
        updatedDate);
  }

  /**
   * @param items its lines without the fee
   * @param feeTax the taxes on the fee
   */
  OrderDetail detail(List<OrderItem> items, long feeTax) {
    return new OrderDetail(
        id,
        number.toString(),
        status,
        cartId,
        quoteId,
        chargeId,
        marketTiny(),
        customerTiny(),
        contact,
        shipping,
        billing,
        billingSameAsShipping,
        new OrderDetail.Fulfilment(
            fulfilment.category(),
            fulfilment.serviceId(),
            fulfilment.name(),
            figures.fee(),
            feeTax,
            fulfilment.status(),
            fulfilment.carrier(),
            fulfilment.trackingNumber(),
            fulfilment.note(),
            fulfilment.updatedDate()),
        paymentMethod,
        couponCode,
        taxExempt,
        internalNote,
        items,
        itemCount,
        figures.goods(),
        figures.discount(),
        figures.discountPercentage(),
        figures.couponAmount(),
        figures.fee(),
        figures.taxAmount(),
        figures.total(),
        money.currency().getCurrencyCode(),
        new DraftDetail.FormattedAmounts(
            money.money(figures.goods()),
            money.money(figures.discount()),
            money.money(figures.couponAmount()),
            money.money(figures.fee()),
            money.money(figures.taxAmount()),
            money.money(figures.total())),
        cancelReason,
        createdDate,
        updatedDate,
        approvedDate,
        cancelledDate);
  }

  /** As it was sold: whether prices include tax is the order's, not the market's of today. */
  private DraftDetail.MarketTiny marketTiny() {
    return new DraftDetail.MarketTiny(
        market.id(),
        market.code(),
        market.name(),
        money.currency().getCurrencyCode(),
        money.currency().getDefaultFractionDigits(),
        taxMode == TaxMode.INCLUSIVE);
  }

  private DraftDetail.Customer customerTiny() {
    return new DraftDetail.Customer(
        customer.id(),
        customer.firstName(),
        customer.lastName(),
        customer.phoneNumber(),
        customer.email(),
        customer.language());
  }
}
