package org.cartwright.orders;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.cartwright.carts.DraftCart;
import org.cartwright.carts.DraftCarts;
import org.cartwright.orders.customers.RememberedAddresses;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.tenancy.Caller;
import org.springframework.stereotype.Component;

/** Where drafts are read to be changed and written down: the cart first, then what is beside it. */
@Component
class DraftBook {

  private final DraftCarts carts;
  private final DraftOrderRepository drafts;
  private final RememberedAddresses addresses;
  private final EntityManager entities;

  DraftBook(
      DraftCarts carts,
      DraftOrderRepository drafts,
      RememberedAddresses addresses,
      EntityManager entities) {
    this.carts = carts;
    this.drafts = drafts;
    this.addresses = addresses;
    this.entities = entities;
  }

  /**
   * The cart of a draft, locked and with its lines.
   *
   * @throws Missing if there is no such draft
   */
  DraftCart lock(String id) {
    return carts.lock(id).orElseThrow(() -> Missing.a("Draft"));
  }

  /** What there is beside a locked cart; one that was copied may have nothing yet. */
  DraftOrder beside(DraftCart cart, Instant now) {
    return drafts.of(cart.id()).orElseGet(() -> begin(cart, now));
  }

  /** Begins what is beside a cart that is not known as a draft yet. */
  DraftOrder begin(DraftCart cart, Instant now) {
    var draft = new DraftOrder(cart.id(), now);
    entities.persist(draft);
    return draft;
  }

  /** Writes down what a draft has come to be. */
  void write(DraftCart cart, Instant now) {
    carts.write(cart, now);
  }

  /** Remembers for the customer of a draft the addresses that stand on it, and no others of it. */
  void rememberAddresses(DraftCart cart, DraftOrder draft, Instant now) {
    var details = draft.details();
    var standing =
        Stream.of(details.shipping(), details.billing()).filter(Objects::nonNull).toList();
    addresses.remember(cart.sale().patientId(), cart.id(), standing, now);
  }

  /** Lets go of what is beside a draft that becomes an order; its addresses stay remembered. */
  void letGo(String cartId) {
    drafts.of(cartId).ifPresent(entities::remove);
    addresses.keep(cartId);
  }

  /** Takes a draft out of the database; that it was there is all that stays. */
  void erase(DraftCart cart, Instant now) {
    drafts.of(cart.id()).ifPresent(entities::remove);
    addresses.forget(cart.id());
    entities.persist(
        new DraftTombstone(Ids.next("tomb"), cart.id(), now, Caller.current().keyId()));
    entities.flush();
    carts.erase(cart, now);
  }
}
