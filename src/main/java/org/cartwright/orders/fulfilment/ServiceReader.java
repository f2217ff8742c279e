package org.cartwright.orders.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartwright.catalog.Catalog;
import org.cartwright.catalog.offers.PriceList;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads fulfilment services from typed rows with one statement, and their fees with another. To see
 * what was just changed, flush before.
 */
@Component
class ServiceReader {

  private static final String SERVICES =
      "select "
          + ServiceRows.COLUMNS
          + ", f.is_active, f.created_date from fulfilment_service f where f.tenant_id = ?";

  private static final String OF_MARKET =
      SERVICES
          + " and f.market_id = ? and f.archived_date is null order by f.category, lower(f.name), f.id";

  private static final String BY_ID = SERVICES + " and f.id = ?";

  private final JdbcClient jdbc;
  private final Catalog catalog;

  ServiceReader(JdbcClient jdbc, Catalog catalog) {
    this.jdbc = jdbc;
    this.catalog = catalog;
  }

  private record Row(ServiceTerms terms, boolean isActive, Instant createdDate) {}

  /** Those of a market that were not deleted, by category and name. */
  List<ServiceDetail> ofMarket(String marketId) {
    var rows = rows(OF_MARKET, marketId);
    var prices = prices(rows, marketId);
    return rows.stream().map(row -> detail(row, prices)).toList();
  }

  ServiceDetail service(String id) {
    var rows = rows(BY_ID, id);
    if (rows.isEmpty()) {
      throw Missing.a("Fulfilment service");
    }
    var row = rows.getFirst();
    return detail(row, prices(rows, row.terms.marketId()));
  }

  /** What others are told of one, deleted or not. */
  Optional<ServiceTerms> terms(String id) {
    return rows(BY_ID, id).stream().map(Row::terms).findFirst();
  }

  private List<Row> rows(String sql, String key) {
    return jdbc.sql(sql)
        .param(CurrentTenant.id())
        .param(key)
        .query(
            (row, n) ->
                new Row(
                    Objects.requireNonNull(ServiceRows.read(row)),
                    row.getBoolean("is_active"),
                    Columns.instant(row, "created_date")))
        .list();
  }

  private PriceList prices(List<Row> rows, String marketId) {
    return catalog.priceList(
        rows.stream()
            .map(row -> row.terms.itemId())
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet()),
        Set.of(),
        marketId);
  }

  private static ServiceDetail detail(Row row, PriceList prices) {
    var terms = row.terms;
    return new ServiceDetail(
        terms.id(),
        terms.marketId(),
        terms.category(),
        terms.name(),
        terms.itemId(),
        fee(terms.itemId(), prices),
        terms.outlet(),
        row.isActive,
        row.createdDate);
  }

  private static @Nullable Long fee(@Nullable String itemId, PriceList prices) {
    return itemId == null
        ? Long.valueOf(0)
        : prices
            .item(itemId)
            .filter(offer -> offer.sold() && !offer.archived())
            .map(offer -> offer.price().value())
            .orElse(null);
  }
}
