package org.cartwright.orders.placing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.cartwright.catalog.Products;
import org.cartwright.lines.stored.StoredLine;
import org.cartwright.platform.trail.PartOf;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A line of an order, as it was placed: its id is one only among the lines of its order. */
@Entity
@PartOf(kind = "placed_order", by = "orderId")
@SQLRestriction(CurrentTenant.ROWS)
@Table(name = "order_line")
@IdClass(StoredOrderLine.Key.class)
class StoredOrderLine extends StoredLine {

  /** What names a line. */
  record Key(String orderId, String id) implements Serializable {}

  @Id private String orderId;
  @Id private String id;
  private @Nullable String notes;

  /** The product of which the item was a variant, if it was one, and which. */
  @SuppressWarnings("UnusedVariable") // read by OrderReader
  private @Nullable String productName;

  @SuppressWarnings("UnusedVariable") // read by OrderReader
  private @Nullable String variantLabel;

  @NullUnmarked
  protected StoredOrderLine() {}

  @SuppressWarnings("NullAway.Init") // the line says the rest
  StoredOrderLine(String id, String orderId, Products.@Nullable Label label) {
    this.id = id;
    this.orderId = orderId;
    if (label != null) {
      productName = label.product();
      variantLabel = label.variant();
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  protected @Nullable String notes() {
    return notes;
  }

  @Override
  protected void note(@Nullable String newNotes) {
    notes = newNotes;
  }
}
