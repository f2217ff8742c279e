package org.cartwright.carts;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.stored.LineStore;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.privacy.ErasedPerson;
import org.cartwright.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Where carts are read to be changed and written down, which is also where each change is
 * announced: whatever a cart says has happened to it, once. What time does to many at once comes
 * here to be announced too, from {@link LapsedCarts}.
 */
@Component
class CartBook {

  private final CartRepository carts;
  private final EntityManager entities;
  private final Markets markets;
  private final ApplicationEventPublisher announcements;

  CartBook(
      CartRepository carts,
      EntityManager entities,
      Markets markets,
      ApplicationEventPublisher announcements) {
    this.carts = carts;
    this.entities = entities;
    this.markets = markets;
    this.announcements = announcements;
  }

  /**
   * The cart, locked until the transaction ends and with its lines.
   *
   * @throws ErasedPerson if its patient was erased
   */
  Optional<Cart> lock(String id) {
    return carts.lock(id).map(CartBook::unlessErased).map(this::readLinesInto);
  }

  /** The same for who only copies it, which may be done with an erased patient's. */
  Optional<Cart> lockForCopy(String id) {
    return carts.lock(id).map(this::readLinesInto);
  }

  /**
   * The same without its lines; even an archived one, which its quotes outlive, and even an erased
   * patient's, whose it may have become after somebody else was quoted: whether a quote changes is
   * a matter of its own patient.
   */
  Optional<Cart> lockForQuotes(String id) {
    return carts.lockForQuotes(id);
  }

  private static Cart unlessErased(Cart cart) {
    ErasedPerson.refuse(cart.erasedDate());
    return cart;
  }

  /**
   * The cart as it is, with its lines, for who only explains it: as of one moment if it is locked,
   * or the transaction only reads.
   */
  Optional<Cart> find(String id) {
    return carts.find(id).map(this::readLinesInto);
  }

  /** The item that is the fee of a cart, whether or not its lines were read. */
  @Nullable String feeItemOf(Cart cart) {
    return carts.linesOf(cart.id()).stream()
        .map(StoredCartLine::item)
        .filter(LineItem::isFee)
        .findFirst()
        .map(fee -> fee.product().itemId())
        .orElse(null);
  }

  private Cart readLinesInto(Cart cart) {
    cart.takeIn(carts.linesOf(cart.id()));
    return cart;
  }

  /**
   * Writes down a new cart.
   *
   * @throws Conflict if its id is taken
   */
  void open(Cart cart, Instant now) {
    begin(cart);
    announce(cart, now);
  }

  /**
   * Writes down a new cart that is a copy of another.
   *
   * @throws CartRefusal if the market that it is sold in is archived
   */
  void openCopy(Cart copy, Instant now) {
    var market = copy.sale().marketId();
    if (market != null && markets.hold(List.of(market)).isEmpty()) {
      throw CartRefusal.marketIsArchived();
    }
    open(copy, now);
  }

  /**
   * Writes down a new cart that is news to nobody yet: one that is undone never is, and any other
   * once it is written down as it is to be.
   *
   * @throws Conflict if its id is taken
   */
  void begin(Cart cart) {
    try {
      entities.persist(cart);
      entities.flush();
    } catch (PersistenceException refused) {
      throw BrokenConstraint.nameIn(refused).filter("cart_pkey"::equals).isPresent()
          ? Conflict.idTaken("cart")
          : refused;
    }
    storeLines(cart);
  }

  /** Writes down what a cart has come to be, its lines in one batch. */
  void write(Cart cart, Instant now) {
    storeLines(cart);
    announce(cart, now);
  }

  /**
   * Takes a cart out of the database, with its lines.
   *
   * @param isQuoted whether there are quotes that refer to it: then it stays, empty and archived
   */
  void erase(Cart cart, boolean isQuoted, Instant now) {
    cart.erase(now);
    storeLines(cart);
    if (!isQuoted) {
      entities.remove(cart);
      entities.flush();
    }
    announce(cart, now);
  }

  private void storeLines(Cart cart) {
    cart.store(new LineStore<>(entities, id -> new StoredCartLine(id, cart.id())));
    entities.flush();
  }

  /** Announces what has happened to a cart that is written when the transaction ends. */
  void announce(Cart cart, Instant now) {
    var moved =
        new Moved(
            cart.id(),
            cart.sale().patientId(),
            cart.wasReserved(now),
            cart.sale().currency(),
            cart.items().figures().total());
    cart.takeNews()
        .forEach(
            type ->
                announce(
                    type, moved, type == CartEvent.Type.CREATED ? cart.madeAsCopy() : null, now));
  }

  /** Announces what was done to carts without reading them. */
  void announce(CartEvent.Type type, List<Moved> carts, Instant now) {
    carts.forEach(cart -> announce(type, cart, null, now));
  }

  /** A cart that was moved, whose it is, whether stock was held for it, and what it comes to. */
  record Moved(
      String id, @Nullable String patientId, boolean isReserved, Currency currency, long total) {

    static Moved read(ResultSet row) throws SQLException {
      return new Moved(
          row.getString("id"),
          row.getString("patient_id"),
          row.getBoolean("was_reserved"),
          Currency.getInstance(row.getString("currency")),
          row.getLong("total"));
    }
  }

  private void announce(
      CartEvent.Type type, Moved cart, CartEvent.@Nullable Copy copy, Instant now) {
    announcements.publishEvent(
        new CartEvent(
            type,
            cart.id(),
            cart.patientId(),
            copy,
            cart.isReserved(),
            cart.currency(),
            cart.total(),
            Caller.current(),
            now));
  }
}
