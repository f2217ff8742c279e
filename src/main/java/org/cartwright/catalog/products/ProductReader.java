package org.cartwright.catalog.products;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.SearchWords;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads products with their variants from typed rows, one or several with one statement, a page
 * with two. To see what was just changed, flush before.
 */
@Component
class ProductReader {

  /** A row for each variant of each product, or one for a product without any. */
  private static final KeyedQuery PRODUCTS =
      KeyedQuery.of(
          """
          select p.id, p.name, p.description, p.option_names, p.created_date, p.updated_date,
                 v.item_id, v.option_values, v.label, i.name as item_name, i.is_archived
            from product p
            left join product_variant v on v.tenant_id = p.tenant_id and v.product_id = p.id
            left join item i on i.tenant_id = v.tenant_id and i.id = v.item_id
           where p.tenant_id = ? and p.id {keys}
           order by p.id, v.position
          """);

  /**
   * That a pattern, asked for before the tenant and three times after it, is met by what a product
   * is called, by a variant as people say it, or by its item's name or id. The variants are looked
   * through once.
   */
  private static final String CALLED =
      """
      ({name} or x.id in (
          select v.product_id
            from product_variant v
            join product p on p.tenant_id = v.tenant_id and p.id = v.product_id
            join item i on i.tenant_id = v.tenant_id and i.id = v.item_id
           where v.tenant_id = ?
             and ({variant} or {item} or i.id ilike ?)))\
      """
          .replace("{name}", SearchWords.isIn("x.name"))
          .replace("{variant}", SearchWords.isIn("p.name || ' ' || v.label"))
          .replace("{item}", SearchWords.isIn("i.name"));

  private static final ResultSetExtractor<List<ProductDetail>> WHOLE = ProductReader::products;

  private final JdbcClient jdbc;

  ProductReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One product.
   *
   * @throws Missing if there is none with this id
   */
  ProductDetail product(String id) {
    return products(List.of(id)).stream().findFirst().orElseThrow(() -> Missing.a("Product"));
  }

  /**
   * A page of products.
   *
   * @param search what is part of the product's name, a variant's label (also behind that name), or
   *     the name or id of its item, in any case
   */
  Page<ProductDetail> page(@Nullable String search, String order, Paging paging) {
    var tenant = CurrentTenant.id();
    var pattern = PageQuery.containing(search);
    return new PageQuery("product", tenant)
        .where(CALLED, pattern, tenant, pattern, pattern, pattern)
        .page(jdbc, order, paging)
        .read(ids -> KeyedQuery.inOrder(ids, products(ids), ProductDetail::id));
  }

  private List<ProductDetail> products(Collection<String> ids) {
    return PRODUCTS.with(jdbc, CurrentTenant.id(), ids).query(WHOLE);
  }

  private static List<ProductDetail> products(ResultSet row) throws SQLException {
    var products = new ArrayList<ProductDetail>();
    var variants = new ArrayList<VariantDetail>();
    while (row.next()) {
      var id = row.getString("id");
      if (products.isEmpty() || !products.getLast().id().equals(id)) {
        variants = new ArrayList<>();
        products.add(product(row, id, variants));
      }
      var itemId = row.getString("item_id");
      if (itemId != null) {
        variants.add(
            new VariantDetail(
                itemId,
                Columns.strings(row, "option_values"),
                row.getString("label"),
                row.getString("item_name"),
                row.getBoolean("is_archived")));
      }
    }
    return products;
  }

  private static ProductDetail product(ResultSet row, String id, List<VariantDetail> variants)
      throws SQLException {
    return new ProductDetail(
        id,
        row.getString("name"),
        row.getString("description"),
        Columns.strings(row, "option_names"),
        variants,
        Columns.instant(row, "created_date"),
        Columns.instantOrNull(row, "updated_date"));
  }
}
