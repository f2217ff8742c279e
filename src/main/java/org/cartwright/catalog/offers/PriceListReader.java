package org.cartwright.catalog.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.taxes.PostalCodePattern;
import org.cartwright.pricing.taxes.TaxArea;
import org.cartwright.pricing.taxes.TaxRule;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reads price lists from typed rows on one round trip: the items and the packages, if any are asked
 * for, and the taxes.
 */
@Component
public class PriceListReader {

  private static final String TAXES =
      """
      select t.id, t.name, t.percentage, t.scope, t.category_names, t.location_ids
        from tax t
       where t.tenant_id = ? and not t.is_archived and t.market_id is null
       order by t.created_date, t.id
      """;

  private static final String TAXES_OF_A_MARKET =
      """
      select t.id, t.name, t.percentage, t.scope, t.category_names, t.regions, t.postal_codes
        from tax t
       where t.tenant_id = ? and not t.is_archived and t.market_id = ?
       order by t.created_date, t.id
      """;

  private final JdbcOperations jdbc;

  PriceListReader(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  public PriceList read(
      Collection<String> itemIds, Collection<String> packageIds, @Nullable String market) {
    var trip = new RoundTrip(jdbc);
    var items = ItemOffers.asked(trip, itemIds, market);
    var packages = PackageOffers.asked(trip, packageIds, market);
    var taxes = trip.ask(taxes(CurrentTenant.id(), market));
    trip.make();
    return new PriceList(items.byId(), packages.byId(), taxes.rows());
  }

  private static RowQuery<TaxRule> taxes(String tenant, @Nullable String market) {
    return market == null
        ? new RowQuery<>(TAXES, List.of(tenant), (row, n) -> tax(row, locations(row)))
        : new RowQuery<>(
            TAXES_OF_A_MARKET, List.of(tenant, market), (row, n) -> tax(row, addresses(row)));
  }

  private static TaxArea locations(ResultSet row) throws SQLException {
    return TaxArea.ofLocations(Set.copyOf(Columns.strings(row, "location_ids")));
  }

  private static TaxArea addresses(ResultSet row) throws SQLException {
    return TaxArea.ofAddresses(
        Set.copyOf(Columns.strings(row, "regions")),
        Columns.strings(row, "postal_codes").stream()
            .map(PostalCodePattern::new)
            .collect(Collectors.toSet()));
  }

  private static TaxRule tax(ResultSet row, TaxArea area) throws SQLException {
    return new TaxRule(
        row.getString("id"),
        row.getString("name"),
        new Percentage(row.getBigDecimal("percentage")),
        TaxScope.valueOf(row.getString("scope")),
        Set.copyOf(Columns.strings(row, "category_names")),
        area);
  }
}
