package org.cartwright.orders;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.cartwright.carts.CartEvent;
import org.cartwright.carts.DraftCart;
import org.cartwright.carts.DraftCarts;
import org.cartwright.lines.Sale;
import org.cartwright.lines.SaleTerms;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.reading.OrderQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a copy of a draft takes along of what is known beside its cart; of one that was placed, of
 * what stands on its order. For somebody else it takes nothing that was said of the customer.
 */
@Component
class DraftCopies {

  private final DraftBook book;
  private final DraftCarts carts;
  private final DraftOrderRepository drafts;
  private final OrderQueries orders;
  private final DraftCustomers customers;

  DraftCopies(
      DraftBook book,
      DraftCarts carts,
      DraftOrderRepository drafts,
      OrderQueries orders,
      DraftCustomers customers) {
    this.book = book;
    this.carts = carts;
    this.drafts = drafts;
    this.orders = orders;
    this.customers = customers;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(CartEvent event) {
    var original = event.copyOf();
    var customer = event.patientId();
    if (original == null || customer == null) {
      return;
    }
    known(original).ifPresent(known -> take(known, original, event.cartId(), event.moment()));
  }

  private Optional<DraftOrder.Details> known(String cartId) {
    return drafts
        .of(cartId)
        .map(DraftOrder::details)
        .or(() -> orders.ofDraft(cartId).map(DraftCopies::details));
  }

  private static DraftOrder.Details details(OrderDetail order) {
    return new DraftOrder.Details(
        order.contact(),
        order.shippingAddress(),
        order.billingAddress(),
        order.billingSameAsShipping(),
        order.fulfilment().category(),
        order.fulfilment().serviceId(),
        order.paymentMethod(),
        order.internalNote());
  }

  private void take(DraftOrder.Details known, String original, String copyId, Instant now) {
    var copy = book.lock(copyId);
    var draft = book.beside(copy, now);
    var customer = Objects.requireNonNull(copy.sale().patientId());
    var before = carts.find(original).map(cart -> cart.sale().patientId()).orElse(null);
    if (customer.equals(before)) {
      draft.become(known);
      book.rememberAddresses(copy, draft, now);
    } else {
      draft.become(ofAnother(known, customer));
      sellToAnother(copy, known.category(), now);
    }
  }

  private DraftOrder.Details ofAnother(DraftOrder.Details known, String customer) {
    return new DraftOrder.Details(
        customers.contact(customer),
        null,
        null,
        true,
        known.category(),
        known.serviceId(),
        known.paymentMethod(),
        null);
  }

  /** Neither the address nor the exemption of the customer of before counts for another one. */
  private void sellToAnother(DraftCart copy, @Nullable FulfilmentCategory category, Instant now) {
    var sale = copy.sale();
    var terms = Objects.requireNonNull(sale.terms());
    var staysThere = category == FulfilmentCategory.PICKUP;
    var next =
        new Sale(
            sale.currency(),
            sale.patientId(),
            sale.patientLocation(),
            new SaleTerms(
                terms.marketId(),
                terms.taxMode(),
                staysThere ? terms.country() : null,
                staysThere ? terms.region() : null,
                staysThere ? terms.postalCode() : null,
                false,
                terms.couponCode()));
    if (!next.equals(sale)) {
      copy.sell(next, false, now);
      book.write(copy, now);
    }
  }
}
