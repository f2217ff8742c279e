package org.cartwright.catalog.items;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cartwright.catalog.Unit;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads items from typed rows, one or several with one statement, a page with two. To see what was
 * just changed, flush before.
 */
@Component
class ItemReader {

  private static final KeyedQuery ITEMS =
      KeyedQuery.of(
          """
          select i.id, i.name, i.brand_name, i.description, i.price, i.category, i.unit, i.is_physical, i.is_archived,
                 i.internal_notes, i.sort_order, i.allow_custom_pricing, i.type, i.external_id, i.exempted_tax_ids, i.cost
            from item i
           where i.tenant_id = ? and i.id {keys}\
          """);

  private static final KeyedQuery FAVOURITES =
      KeyedQuery.of(
          "select i.id from item i where i.is_favourite and i.tenant_id = ? and i.id {keys}");

  private static final String BRAND_NAMES =
      """
      select i.brand_name
        from item i
       where i.tenant_id = ? and not i.is_archived and i.brand_name is not null
       group by i.brand_name
       order by lower(i.brand_name), i.brand_name\
      """;

  /** From one category to the next, each looked up in the index: items may be many. */
  private static final String CATEGORIES =
      """
      with recursive found as (
          (select i.category
             from item i
            where i.tenant_id = ? and not i.is_archived and i.category is not null
            order by i.category limit 1)
          union all
          select (select i.category
                    from item i
                   where i.tenant_id = ? and not i.is_archived and i.category > f.category
                   order by i.category limit 1)
            from found f where f.category is not null)
      select f.category from found f where f.category is not null order by lower(f.category), f.category\
      """;

  private final JdbcClient jdbc;

  ItemReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An item that is known to be there. */
  ItemDetail item(String id) {
    return items(List.of(id)).getFirst();
  }

  /** Those of these items that exist, in the order of the ids. */
  List<ItemDetail> items(Collection<String> ids) {
    var found = ITEMS.with(jdbc, CurrentTenant.id(), ids).query((row, n) -> item(row)).list();
    return KeyedQuery.inOrder(ids, found, ItemDetail::id);
  }

  Page<ItemDetail> page(PageQuery query, String order, Paging paging) {
    return query.page(jdbc, order, paging).read(this::items);
  }

  /** The brands of the items on sale, each once, in alphabetical order. */
  List<String> brandNames() {
    return jdbc.sql(BRAND_NAMES)
        .param(CurrentTenant.id())
        .query((row, n) -> row.getString("brand_name"))
        .list();
  }

  /** Those of these items that stand first before somebody who sells. */
  Set<String> favourites(Collection<String> ids) {
    return ids.isEmpty()
        ? Set.of()
        : FAVOURITES
            .with(jdbc, CurrentTenant.id(), ids)
            .query((row, n) -> row.getString("id"))
            .set();
  }

  /** The categories of the items on sale, each once, in alphabetical order. */
  List<String> categories() {
    return jdbc.sql(CATEGORIES)
        .params(CurrentTenant.id(), CurrentTenant.id())
        .query((row, n) -> row.getString("category"))
        .list();
  }

  /** Stock and use belong to other products: nothing is known of them here. */
  private static ItemDetail item(ResultSet row) throws SQLException {
    return new ItemDetail(
        row.getString("id"),
        row.getString("name"),
        row.getString("brand_name"),
        row.getString("description"),
        row.getLong("price"),
        row.getString("category"),
        Columns.nameOrNull(row, "unit", Unit.class),
        row.getBoolean("is_physical"),
        row.getBoolean("is_archived"),
        row.getString("internal_notes"),
        Columns.intOrNull(row, "sort_order"),
        row.getBoolean("allow_custom_pricing"),
        Objects.requireNonNull(Columns.nameOrNull(row, "type", ItemType.class)),
        row.getString("external_id"),
        Columns.stringsOrNull(row, "exempted_tax_ids"),
        Columns.longOrNull(row, "cost"),
        null,
        null);
  }
}
