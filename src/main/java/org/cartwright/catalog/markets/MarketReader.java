package org.cartwright.catalog.markets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads markets from typed rows, each question with one statement. To see what was just changed,
 * flush before.
 */
@Component
class MarketReader {

  private static final String MARKETS =
      """
      select m.id, m.code, m.name, m.countries, m.currency, m.prices_include_tax, m.is_default, m.is_archived,
             m.created_date
        from market m
       where m.tenant_id = ?
      """;

  private static final KeyedQuery BY_ID = KeyedQuery.of(MARKETS + " and m.id {keys}");
  private static final String DEFAULT = MARKETS + " and m.is_default";
  private static final String NAMED =
      MARKETS
          + " and (m.id = ? or m.code = ?) and not m.is_archived order by m.id = ? desc limit 1";

  private static final String IN_FORCE =
      MARKETS + " and not m.is_archived order by m.is_default desc, lower(m.name), m.code";

  private static final String CLOSED =
      MARKETS + " and m.is_archived order by lower(m.name), m.code limit 100";

  private static final String IS_PRICED_IN =
      """
      select exists (select from item_price p where p.tenant_id = :tenant and p.market_id = :market)
             or exists (select from price_tier t where t.tenant_id = :tenant and t.market_id = :market)
      """;

  private static final String IS_THERE_ANY =
      "select exists (select from market m where m.tenant_id = ?)";

  private static final String USE =
      "update market set is_used = true where tenant_id = ? and id = ? and not is_used";

  /** Also where there is no market yet whose row could be locked. */
  private static final String LOCK_ALL =
      "select pg_advisory_xact_lock(hashtext('market'), hashtext(?))";

  /** In the order of ids, so that two who hold the same markets do not wait for each other. */
  private static final String HOLD =
      """
      select m.id from market m
       where m.tenant_id = ? and m.id = any(?) and not m.is_archived
       order by m.id for share
      """;

  private final JdbcClient jdbc;

  MarketReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A market, archived or not. */
  Optional<MarketDetail> find(String id) {
    return BY_ID
        .with(jdbc, CurrentTenant.id(), List.of(id))
        .query((row, n) -> detail(row))
        .optional();
  }

  /** Those not archived, the default first and then by name. */
  List<MarketDetail> inForce() {
    return jdbc.sql(IN_FORCE).param(CurrentTenant.id()).query((row, n) -> detail(row)).list();
  }

  /** Those that are archived, by name; the first hundred. */
  List<MarketDetail> closed() {
    return jdbc.sql(CLOSED).param(CurrentTenant.id()).query((row, n) -> detail(row)).list();
  }

  /** Those not archived, as others are told. */
  List<MarketTerms> onSale() {
    return jdbc.sql(IN_FORCE).param(CurrentTenant.id()).query((row, n) -> terms(row)).list();
  }

  /** What others are told, archived or not; ids the tenant does not have are left out. */
  List<MarketTerms> terms(Collection<String> ids) {
    return BY_ID.with(jdbc, CurrentTenant.id(), ids).query((row, n) -> terms(row)).list();
  }

  /** One that is not archived, by its id or else by its code. */
  Optional<MarketTerms> named(String idOrCode) {
    return jdbc.sql(NAMED)
        .param(CurrentTenant.id())
        .param(idOrCode)
        .param(idOrCode)
        .param(idOrCode)
        .query((row, n) -> terms(row))
        .optional();
  }

  Optional<MarketTerms> defaultTerms() {
    return jdbc.sql(DEFAULT).param(CurrentTenant.id()).query((row, n) -> terms(row)).optional();
  }

  /** Whether an item has a price or a tier in it. */
  boolean isPricedIn(String id) {
    return jdbc.sql(IS_PRICED_IN)
        .param("tenant", CurrentTenant.id())
        .param("market", id)
        .query(Boolean.class)
        .single();
  }

  /** Whether the tenant has a market, archived or not. */
  boolean isThereAny() {
    return jdbc.sql(IS_THERE_ANY).param(CurrentTenant.id()).query(Boolean.class).single();
  }

  /** Until the end of the transaction nobody else changes the tenant's markets. */
  void lockAll() {
    jdbc.sql(LOCK_ALL).param(CurrentTenant.id()).query(row -> {});
  }

  /**
   * Those of these that are not archived; until the end of the transaction they stay as they are.
   */
  Set<String> hold(Collection<String> ids) {
    return jdbc.sql(HOLD)
        .param(CurrentTenant.id())
        .param(ids.stream().distinct().toArray(String[]::new))
        .query((row, n) -> row.getString("id"))
        .set();
  }

  /** Notes that something is written down in it, unless that is known. */
  void use(String id) {
    jdbc.sql(USE).param(CurrentTenant.id()).param(id).update();
  }

  private static MarketDetail detail(ResultSet row) throws SQLException {
    var terms = terms(row);
    return new MarketDetail(
        terms.id(),
        terms.code(),
        terms.name(),
        terms.countries(),
        terms.currency().getCurrencyCode(),
        terms.currency().getDefaultFractionDigits(),
        terms.taxMode() == TaxMode.INCLUSIVE,
        terms.isDefault(),
        terms.isArchived(),
        Columns.instant(row, "created_date"));
  }

  private static MarketTerms terms(ResultSet row) throws SQLException {
    return new MarketTerms(
        row.getString("id"),
        row.getString("code"),
        row.getString("name"),
        Columns.strings(row, "countries"),
        Currency.getInstance(row.getString("currency")),
        row.getBoolean("prices_include_tax") ? TaxMode.INCLUSIVE : TaxMode.EXCLUSIVE,
        row.getBoolean("is_default"),
        row.getBoolean("is_archived"));
  }
}
