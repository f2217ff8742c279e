package org.cartwright.catalog.taxes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads taxes from typed rows, each question with one statement. To see what was just changed,
 * flush before.
 */
@Component
class TaxReader {

  private static final String TAXES =
      "select t.id, t.name, t.percentage, t.location_ids, t.scope, t.category_names from tax t"
          + " where t.tenant_id = ? and ";
  private static final String ONE = TAXES + "t.id = ?";
  private static final String IN_FORCE =
      TAXES + "not t.is_archived and t.market_id is null order by t.created_date, t.id";

  private static final String OF_MARKETS =
      """
      select t.id, t.market_id, t.name, t.percentage, t.scope, t.category_names, t.regions, t.postal_codes
        from tax t
       where t.tenant_id = ? and\
      """;
  private static final String ONE_OF_A_MARKET = OF_MARKETS + " t.id = ?";
  private static final String IN_FORCE_IN_A_MARKET =
      OF_MARKETS + " t.market_id = ? and not t.is_archived order by t.created_date, t.id";

  private static final String NAMED =
      """
      select t.id, t.name, t.percentage, m.name as market
        from tax t
        left join market m on m.tenant_id = t.tenant_id and m.id = t.market_id
       where t.tenant_id = ? and not t.is_archived
       order by m.name nulls first, t.created_date, t.id\
      """;

  private static final KeyedQuery KNOWN =
      KeyedQuery.of("select t.id from tax t where t.tenant_id = ? and t.id {keys}");

  private final JdbcClient jdbc;

  TaxReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A tax that is known to be there. */
  TaxDetail tax(String id) {
    return jdbc.sql(ONE).param(CurrentTenant.id()).param(id).query((row, n) -> tax(row)).single();
  }

  /** A tax of a market that is known to be there. */
  MarketTaxDetail marketTax(String id) {
    return jdbc.sql(ONE_OF_A_MARKET)
        .param(CurrentTenant.id())
        .param(id)
        .query((row, n) -> marketTax(row))
        .single();
  }

  /** The taxes in force in a market, the oldest first. */
  List<MarketTaxDetail> inForce(String market) {
    return jdbc.sql(IN_FORCE_IN_A_MARKET)
        .param(CurrentTenant.id())
        .param(market)
        .query((row, n) -> marketTax(row))
        .list();
  }

  /** The taxes in force that belong to no market, the oldest first. */
  List<TaxSummary> inForce() {
    return jdbc.sql(IN_FORCE).param(CurrentTenant.id()).query((row, n) -> tax(row).listed()).list();
  }

  /** All taxes in force: those of no market, the oldest first, then those of each market. */
  List<NamedTax> named() {
    return jdbc.sql(NAMED)
        .param(CurrentTenant.id())
        .query(
            (row, n) ->
                new NamedTax(
                    row.getString("id"),
                    row.getString("name"),
                    Columns.decimal(row, "percentage"),
                    row.getString("market")))
        .list();
  }

  /** Those of the ids that are taxes of this tenant, of a market or none, archived or not. */
  Set<String> known(Collection<String> ids) {
    return ids.isEmpty()
        ? Set.of()
        : KNOWN.with(jdbc, CurrentTenant.id(), ids).query((row, n) -> row.getString("id")).set();
  }

  private static MarketTaxDetail marketTax(ResultSet row) throws SQLException {
    return new MarketTaxDetail(
        row.getString("id"),
        row.getString("market_id"),
        row.getString("name"),
        Columns.decimal(row, "percentage"),
        TaxScope.valueOf(row.getString("scope")),
        Columns.stringsOrNull(row, "category_names"),
        Columns.stringsOrNull(row, "regions"),
        Columns.stringsOrNull(row, "postal_codes"));
  }

  private static TaxDetail tax(ResultSet row) throws SQLException {
    return new TaxDetail(
        row.getString("id"),
        row.getString("name"),
        Columns.decimal(row, "percentage"),
        Columns.stringsOrNull(row, "location_ids"),
        TaxScope.valueOf(row.getString("scope")),
        Columns.stringsOrNull(row, "category_names"));
  }
}
