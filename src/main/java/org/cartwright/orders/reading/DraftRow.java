package org.cartwright.orders.reading;

import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.PaymentMethod;
import org.cartwright.orders.fulfilment.ServiceTerms;
import org.jspecify.annotations.Nullable;

/** What a draft has beside its cart, as one row tells it. */
record DraftRow(
    String cartId,
    Contact contact,
    @Nullable Address shipping,
    @Nullable Address billing,
    boolean billingSameAsShipping,
    @Nullable FulfilmentCategory category,
    @Nullable ServiceTerms service,
    @Nullable PaymentMethod paymentMethod,
    @Nullable String internalNote) {

  /** Of a cart about which nothing else is known yet. */
  static DraftRow none(String cartId) {
    return new DraftRow(cartId, Contact.NONE, null, null, true, null, null, null, null);
  }
}
