package org.cartwright.lines.stored;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineTerms;
import org.cartwright.lines.Product;
import org.cartwright.lines.UnitPrice;
import org.cartwright.lines.figures.LineFigures;
import org.cartwright.lines.figures.LineTax;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.LineKind;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LineItem} as it is stored with its cart or quote, and at which place among the others.
 * Which of its columns says what is noted on a line differs, so the owner's own entity has it.
 */
@MappedSuperclass
public abstract class StoredLine {

  @TenantId private String tenantId;

  @SuppressWarnings("UnusedVariable") // the order in which the rows are read
  private int position;

  @Column(updatable = false)
  @Enumerated(EnumType.STRING)
  private LineKind kind;

  @Column(updatable = false)
  private @Nullable String itemId;

  @Column(updatable = false)
  private @Nullable String packageId;

  private String name;
  private BigDecimal quantity;
  private long unitPrice;

  @Enumerated(EnumType.STRING)
  private PriceSource priceSource;

  private @Nullable BigDecimal tierFrom;

  @Enumerated(EnumType.STRING)
  private Discount.Kind discountKind;

  private BigDecimal discountValue;
  private long gross;
  private long discountAmount;
  private long totalPrice;
  private long share;
  private long couponShare;
  private long taxAmount;

  @Convert(converter = LineTaxesConverter.class)
  @ColumnTransformer(write = "?::jsonb")
  @Mutability(Immutability.class) // a list that came from here is never changed, only replaced
  private List<LineTax> taxes;

  @Column(updatable = false)
  private Instant createdDate;

  private Instant updatedDate;

  @NullUnmarked
  protected StoredLine() {}

  /** The id of the line. */
  public abstract String id();

  /** What is noted on the line. */
  protected abstract @Nullable String notes();

  /** Notes something else on the line. */
  protected abstract void note(@Nullable String notes);

  /** Says from now on what a line says, at a place among the others. */
  public final void become(LineItem line, int newPosition) {
    var figures = line.figures();
    position = newPosition;
    kind = line.kind();
    itemId = line.product().itemId();
    packageId = line.product().packageId();
    name = line.name();
    quantity = line.quantity().value();
    unitPrice = line.unitPrice().value();
    priceSource = line.priceSource();
    tierFrom = line.tierFrom() == null ? null : line.tierFrom().value();
    discountKind = line.discount().kind();
    discountValue = line.discount().value();
    gross = figures.gross().value();
    discountAmount = figures.discount().value();
    totalPrice = figures.net().value();
    share = figures.share().value();
    couponShare = figures.couponShare().value();
    taxAmount = figures.tax().value();
    taxes = figures.taxes();
    createdDate = line.createdDate();
    updatedDate = line.updatedDate();
    note(line.notes());
  }

  /** The line that is stored here. */
  public final LineItem item() {
    return new LineItem(
        id(),
        kind,
        new Product(itemId, packageId),
        name,
        new LineTerms(
            new Quantity(quantity),
            new UnitPrice(
                new Cents(unitPrice),
                priceSource,
                tierFrom == null ? null : new Quantity(tierFrom)),
            Discount.of(discountKind, discountValue),
            notes()),
        new LineFigures(
            new Cents(gross),
            new Cents(discountAmount),
            new Cents(totalPrice),
            new Cents(share),
            new Cents(couponShare),
            new Cents(taxAmount),
            taxes),
        createdDate,
        updatedDate);
  }
}
