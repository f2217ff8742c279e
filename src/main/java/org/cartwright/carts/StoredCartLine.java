package org.cartwright.carts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.cartwright.lines.stored.StoredLine;
import org.cartwright.platform.trail.PartOf;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A line of a cart, as it is stored. */
@Entity
@PartOf(kind = "cart", by = "cartId")
@SQLRestriction(CurrentTenant.ROWS)
@Table(name = "cart_line")
class StoredCartLine extends StoredLine {

  @Id private String id;

  @Column(updatable = false)
  private String cartId;

  private @Nullable String notes;

  @NullUnmarked
  protected StoredCartLine() {}

  @SuppressWarnings("NullAway.Init") // the line says the rest
  StoredCartLine(String id, String cartId) {
    this.id = id;
    this.cartId = cartId;
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
