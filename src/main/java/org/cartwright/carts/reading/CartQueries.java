package org.cartwright.carts.reading;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.platform.paging.Page;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carts as they are served: one, a page, or all of them in chunks. */
@Repository
@Transactional(readOnly = true)
public class CartQueries {

  /** So many carts are summed up. */
  static final int MOST_SUMMED = 2_000;

  /** Of a search that means many, so many of the first are listed. */
  static final int MOST_COUNTED = 500;

  /**
   * A page, and what all that is found comes to.
   *
   * @param sums in cents of each currency by itself, of all pages; nothing if there is nothing, or
   *     too much
   * @param isMore whether there are more than the page's total, which nobody has counted
   */
  public record Summed<T>(Page<T> page, Map<Currency, Long> sums, boolean isMore) {}

  private final CartPageReader pages;
  private final CartReader reader;

  CartQueries(CartPageReader pages, CartReader reader) {
    this.pages = pages;
    this.reader = reader;
  }

  /**
   * One cart.
   *
   * @throws Missing if there is none with this id, or it is archived
   */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
  public CartSummary get(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Cart");
    }
    return reader.read(List.of(id)).stream().findFirst().orElseThrow(() -> Missing.a("Cart"));
  }

  /** What the amounts of carts are in, by their ids. */
  public Map<String, Currency> currencies(List<String> ids) {
    return reader.currencies(ids);
  }

  /**
   * What the amounts of a cart are in.
   *
   * @throws Missing if there is none with this id
   */
  public Currency currency(String id) {
    return Optional.ofNullable(reader.currencies(List.of(id)).get(id))
        .orElseThrow(() -> Missing.a("Cart"));
  }

  /**
   * What is to be known of a cart beside what is served of it.
   *
   * @param currency what its amounts are in
   * @param isHeld whether one of its quotes is with the patient or waits to be sent, so that it is
   *     locked
   */
  public record Standing(Currency currency, boolean isHeld) {}

  /**
   * How a cart stands.
   *
   * @throws Missing if there is none with this id
   */
  public Standing standing(String id) {
    return reader.standing(id).orElseThrow(() -> Missing.a("Cart"));
  }

  /** Whether a cart is sold in a market, and a draft order so. */
  public boolean isOfAMarket(String id) {
    return reader.isOfAMarket(id);
  }

  /** When a cart was changed last, if there is one with this id. */
  public Optional<Instant> changed(String id) {
    return reader.changed(id);
  }

  /** Whether a quote was ever made of a cart. */
  public boolean isQuoted(String id) {
    return reader.isQuoted(id);
  }

  /** One page of what a query finds. */
  public Page<CartSummary> page(CartCriteria query, int page, int size) {
    return pages.page(query, (page - 1L) * size, size).read(reader::read);
  }

  /**
   * One page of what a query finds, and what all of it comes to unless it is more than {@value
   * #MOST_SUMMED}: each of them is looked at. Of a search that finds a tenth of the first of the
   * list or more, the first {@value #MOST_COUNTED} are told, and that there are more. One or two
   * letters mean whose cart it is and who made it.
   */
  public Summed<CartSummary> summed(CartCriteria query, int page, int size) {
    var found = pages.summed(query, (page - 1L) * size, size, MOST_SUMMED);
    return new Summed<>(found.page().read(reader::read), found.sums(), found.isMore());
  }

  /** The next chunk of everything a query finds, newest first whatever the query says. */
  public Window<CartSummary> chunk(CartCriteria query, KeysetScrollPosition position) {
    var found = pages.chunk(query, KeysetPosition.after(position));
    var ids = found.stream().limit(KeysetPosition.CHUNK).map(KeysetPosition::id).toList();
    return KeysetPosition.chunk(found, reader.read(ids));
  }
}
