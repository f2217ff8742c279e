package org.cartwright.orders.placing;

import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.BlockerCode;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with the customer beside what is sold and what it costs.
 *
 * @param serviceName the service's name when the order was placed
 */
record OrderTerms(
    Contact contact,
    @Nullable Address shipping,
    @Nullable Address billing,
    boolean billingSameAsShipping,
    FulfilmentCategory category,
    String serviceId,
    String serviceName,
    PaymentMethod paymentMethod,
    @Nullable String internalNote) {

  /**
   * Those of a draft.
   *
   * @param phone which the customer confirmed
   * @throws IllegalStateException if something {@linkplain BlockerCode is missing} that keeps a
   *     draft from being placed
   */
  static OrderTerms of(DraftDetail draft, String phone) {
    var fulfilment = draft.fulfilment();
    if (fulfilment == null
        || fulfilment.serviceId() == null
        || fulfilment.name() == null
        || draft.paymentMethod() == null) {
      throw new IllegalStateException("a draft without blockers says how it is sent and paid");
    }
    return new OrderTerms(
        new Contact(draft.contact().name(), phone, draft.contact().email()),
        draft.shippingAddress(),
        draft.billingAddress(),
        draft.billingSameAsShipping(),
        fulfilment.category(),
        fulfilment.serviceId(),
        fulfilment.name(),
        draft.paymentMethod(),
        draft.internalNote());
  }
}
