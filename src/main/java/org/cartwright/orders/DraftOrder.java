package org.cartwright.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.PaymentMethod;
import org.cartwright.platform.trail.PartOf;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * What a draft order has beside its cart. Whoever changes it has locked the cart; the market and
 * what else decides the price stand there.
 */
@Entity
@PartOf(kind = "cart", by = "cartId")
@SQLRestriction(CurrentTenant.ROWS)
class DraftOrder {

  @Id private String cartId;
  @TenantId private String tenantId;

  @Embedded
  @EmbeddedColumnNaming("contact_%s")
  private @Nullable Contact contact;

  @Embedded
  @EmbeddedColumnNaming("shipping_%s")
  private @Nullable Address shipping;

  @Embedded
  @EmbeddedColumnNaming("billing_%s")
  private @Nullable Address billing;

  private boolean billingSameAsShipping;

  @Enumerated(EnumType.STRING)
  private @Nullable FulfilmentCategory category;

  private @Nullable String serviceId;

  @Enumerated(EnumType.STRING)
  private @Nullable PaymentMethod paymentMethod;

  private @Nullable String internalNote;

  @Column(updatable = false)
  @SuppressWarnings("UnusedVariable") // for who looks into the database
  private Instant createdDate;

  @NullUnmarked
  protected DraftOrder() {}

  /** Of a cart about which nothing else is known yet. */
  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  DraftOrder(String cartId, Instant now) {
    this.cartId = cartId;
    billingSameAsShipping = true;
    createdDate = now;
  }

  /** All that stands here, as a value. */
  record Details(
      Contact contact,
      @Nullable Address shipping,
      @Nullable Address billing,
      boolean billingSameAsShipping,
      @Nullable FulfilmentCategory category,
      @Nullable String serviceId,
      @Nullable PaymentMethod paymentMethod,
      @Nullable String internalNote) {

    /** The same, but for the way in which goods get to the customer. */
    Details in(@Nullable FulfilmentCategory another) {
      return new Details(
          contact,
          shipping,
          billing,
          billingSameAsShipping,
          another,
          serviceId,
          paymentMethod,
          internalNote);
    }
  }

  Details details() {
    return new Details(
        contact == null ? Contact.NONE : contact,
        shipping,
        billing,
        billingSameAsShipping,
        category,
        serviceId,
        paymentMethod,
        internalNote);
  }

  /**
   * Takes over other details.
   *
   * @return whether anything is another than it was
   */
  boolean become(Details next) {
    if (Objects.equals(next, details())) {
      return false;
    }
    contact = next.contact();
    shipping = next.shipping();
    billing = next.billing();
    billingSameAsShipping = next.billingSameAsShipping();
    category = next.category();
    serviceId = next.serviceId();
    paymentMethod = next.paymentMethod();
    internalNote = next.internalNote();
    return true;
  }
}
