package org.cartwright.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cartwright.carts.DraftCart;
import org.cartwright.carts.DraftCarts;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.DraftUpdate;
import org.cartwright.orders.api.DraftWrite;
import org.cartwright.orders.reading.DraftQueries;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.quotes.AcceptedDrafts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a shop does with a draft as a whole; single lines are {@link DraftLines}. Each of these is
 * one transaction that locks the cart first and answers the draft as it is stored afterwards. A
 * draft that does not exist or is another tenant's is {@link Missing}.
 */
@Service
public class Drafts {

  private final DraftBook book;
  private final DraftCarts carts;
  private final DraftWishes wishes;
  private final AcceptedDrafts quotes;
  private final DraftQueries served;
  private final Clock clock;

  Drafts(
      DraftBook book,
      DraftCarts carts,
      DraftWishes wishes,
      AcceptedDrafts quotes,
      DraftQueries served,
      Clock clock) {
    this.book = book;
    this.carts = carts;
    this.wishes = wishes;
    this.quotes = quotes;
    this.served = served;
    this.clock = clock;
  }

  /**
   * Opens a draft, and enters its customer if that is a new one.
   *
   * @throws InvalidRequest if it names what is not there or not sold there, or an address is
   *     outside the market
   * @throws Conflict if its id is taken
   */
  @Transactional
  public DraftDetail open(DraftWrite wanted) {
    var now = clock.instant();
    var found = new ArrayList<Violation>();
    if (wanted.status() != null && wanted.status() != CartStatus.DRAFT) {
      found.add(Violation.inBody("a new draft is DRAFT", "status"));
    }
    var wish = wishes.first(wanted, now, found);
    if (wish == null) {
      throw new InvalidRequest(found);
    }
    var cart = carts.open(wanted.id(), wish.sale(), null, now);
    var draft = book.begin(cart, now);
    apply(cart, draft, wish, found, now);
    book.write(cart, now);
    book.rememberAddresses(cart, draft, now);
    return served.get(cart.id());
  }

  /**
   * A draft as it is served, locked until the transaction ends.
   *
   * @throws Missing if there is none
   */
  @Transactional
  public DraftDetail held(String id) {
    return served.get(book.lock(id).id());
  }

  /**
   * Replaces all that a draft holds. What is settled, because the cart is no draft or a quote holds
   * it, may be sent back as it is.
   *
   * @throws InvalidRequest as at first
   * @throws CartRefusal if something that decides the price would be another, and that is settled;
   *     or if amounts were named in another currency
   */
  @Transactional
  public DraftDetail replace(String id, DraftWrite wanted) {
    if (wanted.id() != null && !wanted.id().equals(id)) {
      throw new InvalidRequest(
          Violation.inBody("a draft keeps its id; send it as in the path or not at all", "id"));
    }
    var cart = book.lock(id);
    var now = clock.instant();
    cart.reopenIfAsked(wanted.status(), now);
    var draft = book.beside(cart, now);
    var found = new ArrayList<Violation>();
    var wish = wishes.whole(cart, draft.details(), wanted, now, found);
    return stored(cart, draft, wish, wanted.status(), found, now);
  }

  /** Changes some parts of a draft; refuses as {@link #replace} does. */
  @Transactional
  public DraftDetail change(String id, DraftUpdate update) {
    var cart = book.lock(id);
    var now = clock.instant();
    cart.reopenIfAsked(update.status(), now);
    var draft = book.beside(cart, now);
    var found = new ArrayList<Violation>();
    var wish = wishes.changed(cart, draft.details(), update, now, found);
    return stored(cart, draft, wish, update.status(), found, now);
  }

  /**
   * Deletes a draft for good: what was in it is gone from the database.
   *
   * @throws CartRefusal if a quote holds it
   */
  @Transactional
  public void delete(String id) {
    book.erase(book.lock(id), clock.instant());
  }

  /** Lets go of a draft that becomes an order, within the transaction that locked its cart. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void letGo(String id) {
    book.letGo(id);
  }

  private DraftDetail stored(
      DraftCart cart,
      DraftOrder draft,
      DraftWish wish,
      @Nullable CartStatus status,
      List<Violation> found,
      Instant now) {
    var customer = cart.sale().patientId();
    var details = draft.details();
    apply(cart, draft, wish, found, now);
    cart.abandonIfAsked(status, now);
    book.write(cart, now);
    if (!Objects.equals(customer, cart.sale().patientId()) || !details.equals(draft.details())) {
      book.rememberAddresses(cart, draft, now);
    }
    return served.get(cart.id());
  }

  private void apply(
      DraftCart cart, DraftOrder draft, DraftWish wish, List<Violation> found, Instant now) {
    if (cart.isChangeable(now)) {
      price(cart, wish, found, now);
    } else {
      keep(cart, wish, now);
    }
    InvalidRequest.throwIfAny(found);
    if (!Objects.equals(wish.expires(), cart.expiresDate())) {
      cart.expire(wish.expires(), now);
    }
    if (draft.become(wish.details())) {
      cart.touch(now);
    }
  }

  private static void price(DraftCart cart, DraftWish wish, List<Violation> found, Instant now) {
    if (wish.feeItemId() == null && cart.feeItemId() != null) {
      cart.changeFee(null, now); // first, since without it there is room for one line more
    }
    if (wish.isPricedAnew() || !wish.sale().equals(cart.sale())) {
      collect(found, () -> cart.sell(wish.sale(), wish.goods(), wish.isConfirmed(), now));
    } else if (wish.goods().isAny() || cart.items().lackAPrice()) {
      collect(found, () -> cart.become(wish.goods(), now));
    }
    var isSameFee = Objects.equals(wish.feeItemId(), cart.feeItemId());
    if (wish.sale().equals(cart.sale()) && !(isSameFee && !wish.isFeeAsked())) {
      chargeFee(cart, wish.feeItemId(), found, now);
    }
  }

  /**
   * What decides the price is settled: only where the goods go may be said, if that decides none.
   */
  private void keep(DraftCart cart, DraftWish wish, Instant now) {
    var place = Objects.requireNonNull(wish.sale().terms()).place();
    if (!wish.sale().equals(cart.sale().at(place))
        || !Objects.equals(wish.feeItemId(), cart.feeItemId())
        || !cart.isAs(wish.goods(), now)) {
      cart.requireDraft(now);
    }
    if (!wish.sale().equals(cart.sale())) {
      quotes.goTo(cart, place, now);
    }
  }

  private static void chargeFee(
      DraftCart cart, @Nullable String itemId, List<Violation> found, Instant now) {
    try {
      cart.changeFee(itemId, now);
    } catch (InvalidRequest refused) {
      if (Objects.equals(itemId, cart.feeItemId())) {
        return; // what stands on the draft already is not complained about again
      }
      found.add(
          Violation.inBody(
              "the service's fee has no price in the market any more; choose another service",
              "fulfilment",
              "serviceId"));
    }
  }

  /** What a cart complains about is told with everything else. */
  private static void collect(List<Violation> found, Runnable change) {
    try {
      change.run();
    } catch (InvalidRequest refused) {
      found.addAll(refused.violations());
    }
  }
}
