package org.cartwright.orders.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cartwright.carts.drafts.DraftCartList;
import org.cartwright.carts.drafts.DraftCartPages;
import org.cartwright.carts.drafts.DraftCartRow;
import org.cartwright.carts.drafts.DraftCartRows;
import org.cartwright.catalog.markets.MarketTerms;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.patients.PatientContact;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.paging.SortDirection;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads lists of drafts: what they come to with one statement, which of them stand on a page with
 * another, and these on one round trip. The transaction sees one moment.
 */
@Repository
@Transactional(readOnly = true)
public class DraftList {

  private final DraftCartPages pages;
  private final JdbcOperations operations;
  private final Markets markets;
  private final Tenants tenants;

  DraftList(DraftCartPages pages, JdbcOperations operations, Markets markets, Tenants tenants) {
    this.pages = pages;
    this.operations = operations;
    this.markets = markets;
    this.tenants = tenants;
  }

  /** One page of the drafts that are meant, and what all of them come to. */
  public DraftPage page(
      DraftCriteria wanted, DraftSort sort, @Nullable SortDirection direction, Paging paging) {
    var found =
        pages.page(
            wanted.carts(),
            sort.carts(),
            direction != SortDirection.desc,
            paging.offset(),
            paging.size());
    if (found.sums().isEmpty()) {
      return new DraftPage(List.of(), 0, List.of());
    }
    var locale = tenants.current().locale();
    return new DraftPage(read(found.ids(), locale), found.total(), totals(found.sums(), locale));
  }

  /** The next chunk of all drafts that are meant, newest first. */
  Window<DraftSummary> chunk(DraftCriteria wanted, KeysetScrollPosition position) {
    var found = pages.chunk(wanted.carts(), KeysetPosition.after(position));
    var ids = found.stream().limit(KeysetPosition.CHUNK).map(KeysetPosition::id).toList();
    return KeysetPosition.chunk(found, read(ids, tenants.current().locale()));
  }

  private List<DraftPage.MarketTotal> totals(List<DraftCartPages.Sum> sums, Locale locale) {
    var found =
        markets.find(sums.stream().map(DraftCartPages.Sum::marketId).toList()).stream()
            .collect(Collectors.toUnmodifiableMap(MarketTerms::id, Function.identity()));
    return sums.stream()
        .map(
            sum -> {
              var market = Objects.requireNonNull(found.get(sum.marketId()));
              return new DraftPage.MarketTotal(
                  market.id(),
                  market.code(),
                  market.currency().getCurrencyCode(),
                  sum.drafts(),
                  sum.total(),
                  new MoneyFormat(market.currency(), locale).money(sum.total()));
            })
        .toList();
  }

  private List<DraftSummary> read(List<String> ids, Locale locale) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var trip = new RoundTrip(operations);
    var carts = trip.ask(DraftCartRows.carts(ids));
    var lines = trip.ask(DraftCartList.lineCounts(ids));
    trip.make();
    var counts =
        lines.rows().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    DraftCartList.LineCount::cartId, DraftCartList.LineCount::lines));
    return KeyedQuery.inOrder(ids, carts.rows(), DraftCartRow::id).stream()
        .map(cart -> summary(cart, counts, locale))
        .toList();
  }

  private static DraftSummary summary(
      DraftCartRow cart, Map<String, Integer> counts, Locale locale) {
    var market = cart.market();
    return new DraftSummary(
        cart.id(),
        new DraftSummary.Market(market.id(), market.code(), market.name()),
        cart.status(),
        customer(cart.customer()),
        counts.getOrDefault(cart.id(), 0),
        cart.total(),
        market.currency().getCurrencyCode(),
        new MoneyFormat(market.currency(), locale).money(cart.total()),
        cart.createdDate(),
        cart.updatedDate());
  }

  private static DraftSummary.@Nullable Customer customer(@Nullable PatientContact customer) {
    return customer == null
        ? null
        : new DraftSummary.Customer(
            customer.id(), customer.fullName(), customer.email(), customer.phoneNumber());
  }
}
