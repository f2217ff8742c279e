package org.cartwright.catalog.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.jdbc.RoundTrip.Asked;
import org.cartwright.pricing.Tier;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.TaxedItem;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * The items of a price list, read on a round trip: at the catalog's own prices, or at the prices
 * and tiers of a market.
 */
final class ItemOffers {

  private static final KeyedQuery ITEMS =
      KeyedQuery.of(
          """
          select i.id, i.name, i.price, i.is_archived, i.type, i.category, i.exempted_tax_ids
            from item i
           where i.tenant_id = ? and i.id {keys}
          """);

  private static final KeyedQuery IN_A_MARKET =
      KeyedQuery.of(
          """
          select i.id, i.name, p.price, i.is_archived, i.type, i.category, i.exempted_tax_ids
            from item i
                 left join item_price p on p.tenant_id = i.tenant_id and p.item_id = i.id and p.market_id = ?
           where i.tenant_id = ? and i.id {keys}
          """);

  private static final KeyedQuery TIERS =
      KeyedQuery.of(
          """
          select t.item_id, t.quantity, t.unit_price, t.percent_off
            from price_tier t
           where t.market_id = ? and t.tenant_id = ? and t.item_id {keys}
           order by t.item_id, t.quantity
          """);

  private record ItemTier(String itemId, Tier tier) {}

  private final @Nullable Asked<Offer> items;
  private final @Nullable Asked<ItemTier> tiers;

  private ItemOffers(@Nullable Asked<Offer> items, @Nullable Asked<ItemTier> tiers) {
    this.items = items;
    this.tiers = tiers;
  }

  /** Takes the question for them along, if there are any to ask for. */
  static ItemOffers asked(RoundTrip trip, Collection<String> ids, @Nullable String market) {
    var tenant = CurrentTenant.id();
    if (ids.isEmpty()) {
      return new ItemOffers(null, null);
    }
    if (market == null) {
      return new ItemOffers(trip.ask(ITEMS.reading(tenant, ids, (row, n) -> offer(row))), null);
    }
    var there = List.of(market, tenant);
    return new ItemOffers(
        trip.ask(IN_A_MARKET.reading(there, ids, (row, n) -> offer(row))),
        trip.ask(TIERS.reading(there, ids, (row, n) -> tier(row))));
  }

  /** What came back, by the ids of the items. */
  Map<String, Offer> byId() {
    var found = items == null ? List.<Offer>of() : items.rows();
    var larger = tiers == null ? List.<ItemTier>of() : tiers.rows();
    var tiersOf =
        larger.stream()
            .collect(
                Collectors.groupingBy(
                    ItemTier::itemId, Collectors.mapping(ItemTier::tier, Collectors.toList())));
    return found.stream()
        .map(offer -> offer.withTiers(tiersOf.getOrDefault(offer.id(), List.of())))
        .collect(Collectors.toMap(Offer::id, offer -> offer));
  }

  private static Offer offer(ResultSet row) throws SQLException {
    var price = Columns.longOrNull(row, "price");
    return new Offer(
        row.getString("id"),
        row.getString("name"),
        price == null ? Cents.ZERO : new Cents(price),
        row.getBoolean("is_archived"),
        taxed(row),
        price != null,
        List.of());
  }

  /** The item in a row as taxes see it. */
  static TaxedItem taxed(ResultSet row) throws SQLException {
    return new TaxedItem(
        Objects.requireNonNull(Columns.nameOrNull(row, "type", ItemType.class)),
        row.getString("category"),
        Set.copyOf(Columns.strings(row, "exempted_tax_ids")));
  }

  private static ItemTier tier(ResultSet row) throws SQLException {
    var price = Columns.longOrNull(row, "unit_price");
    var off = row.getBigDecimal("percent_off");
    return new ItemTier(
        row.getString("item_id"),
        new Tier(
            new Quantity(row.getBigDecimal("quantity")),
            price == null ? null : new Cents(price),
            off == null ? null : new Percentage(off)));
  }
}
