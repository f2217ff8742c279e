package org.cartwright.orders;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.cartwright.carts.CartEvent;
import org.cartwright.carts.DraftCart;
import org.cartwright.carts.DraftCarts;
import org.cartwright.lines.Sale;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.reading.OrderQueries;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a copy of a draft takes along of what is known beside its cart; of one that was placed, of
 * what stands on its order. For somebody else it takes nothing that was said of the customer. Where
 * it is fetched, the outlet is where it is by now; but a revision is what its quote says.
 */
@Component
class DraftCopies {

  private final DraftBook book;
  private final DraftCarts carts;
  private final DraftOrderRepository drafts;
  private final OrderQueries orders;
  private final DraftCustomers customers;
  private final DraftServices services;

  DraftCopies(
      DraftBook book,
      DraftCarts carts,
      DraftOrderRepository drafts,
      OrderQueries orders,
      DraftCustomers customers,
      DraftServices services) {
    this.book = book;
    this.carts = carts;
    this.drafts = drafts;
    this.orders = orders;
    this.customers = customers;
    this.services = services;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(CartEvent event) {
    var copy = event.copy();
    if (copy == null || event.patientId() == null) {
      return;
    }
    known(copy.of()).ifPresent(known -> take(known, copy, event.cartId(), event.moment()));
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

  private void take(DraftOrder.Details known, CartEvent.Copy made, String copyId, Instant now) {
    var copy = book.lock(copyId);
    var draft = book.beside(copy, now);
    var customer = Objects.requireNonNull(copy.sale().patientId());
    var before = carts.find(made.of()).map(cart -> cart.sale().patientId()).orElse(null);
    if (customer.equals(before)) {
      draft.become(made.isAtTodaysPrices() ? services.following(known) : known);
      book.rememberAddresses(copy, draft, now);
      if (made.isAtTodaysPrices()) {
        sell(copy, services.following(copy.sale(), known), now);
      }
    } else {
      var next = ofAnother(known, customer);
      draft.become(services.following(next));
      sell(copy, toAnother(copy.sale(), next), now);
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

  /** Goes where that one has it sent, which is nowhere yet, or fetches it at the same outlet. */
  private Sale toAnother(Sale sale, DraftOrder.Details known) {
    var theirs = sale.on(Objects.requireNonNull(sale.terms()).toAnother());
    return services.following(theirs, known);
  }

  private void sell(DraftCart copy, Sale next, Instant now) {
    if (!next.equals(copy.sale())) {
      copy.sell(next, false, now);
      book.write(copy, now);
    }
  }
}
