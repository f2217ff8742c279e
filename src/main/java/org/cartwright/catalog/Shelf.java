package org.cartwright.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.cartwright.platform.jdbc.SearchWords;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands before somebody who sells: the items and packages that are offered, by name. */
@Service
public class Shelf {

  /** Items are walked in their order until there are enough: they may be many. */
  private static final String OFFERED =
      """
      select g.* from (
          (select i.id as item_id, null as package_id, i.name, i.brand_name, i.category, i.price,
                  i.allow_custom_pricing, i.sort_order, i.is_favourite
             from item i
            where i.tenant_id = :tenant and not i.is_archived
              and {item}
              and (cast(:category as text) is null or i.category = :category)
              and (i.is_favourite or not :favourites)
              and not :bundles
            order by i.is_favourite desc, i.sort_order, lower(i.name), i.id
            limit :most)
          union all
          (select null, p.id, p.name, null, p.category, p.price, false, null, false
             from package p
            where p.tenant_id = :tenant and not p.is_archived
              and {package}
              and (cast(:category as text) is null or p.category = :category)
              and not :favourites
            order by lower(p.name), p.id
            limit :most)) g
       order by g.is_favourite desc, g.sort_order nulls last, lower(g.name), g.item_id, g.package_id
       limit :most"""
          .replace("{item}", SearchWords.areIn("i.name", "i.brand_name", "i.category"))
          .replace("{package}", SearchWords.areIn("p.name", "p.category"));

  private final JdbcClient jdbc;

  Shelf(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An item or a package.
   *
   * @param price in cents of the clinic's currency
   * @param hasOpenPrice whether the staff may ask another price for it
   */
  public record Goods(
      @Nullable String itemId,
      @Nullable String packageId,
      String name,
      @Nullable String brandName,
      @Nullable String category,
      long price,
      boolean hasOpenPrice) {

    static Goods read(ResultSet row, int number) throws SQLException {
      return new Goods(
          row.getString("item_id"),
          row.getString("package_id"),
          row.getString("name"),
          row.getString("brand_name"),
          row.getString("category"),
          row.getLong("price"),
          row.getBoolean("allow_custom_pricing"));
    }
  }

  /**
   * A part of the shelf.
   *
   * @param favourites whether it is of favourite items only
   * @param packages whether it is of packages only
   * @param category of which all in it is, to the letter; null for any or none
   */
  public record Part(boolean favourites, boolean packages, @Nullable String category) {

    /** All that is offered. */
    public static final Part ALL = new Part(false, false, null);
  }

  /** The same of all that is offered. */
  @Transactional(readOnly = true)
  public List<Goods> find(String search, int atMost) {
    return find(search, Part.ALL, atMost);
  }

  /**
   * What has all words of a search in its name, brand or category: favourites first, then in the
   * clinic's order.
   */
  @Transactional(readOnly = true)
  public List<Goods> find(String search, Part part, int atMost) {
    return jdbc.sql(OFFERED)
        .param("tenant", CurrentTenant.id())
        .param("patterns", SearchWords.patterns(search))
        .param("category", part.category())
        .param("favourites", part.favourites())
        .param("bundles", part.packages())
        .param("most", atMost)
        .query(Goods::read)
        .list();
  }
}
