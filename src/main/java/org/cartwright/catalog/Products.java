package org.cartwright.catalog;

import java.util.Collection;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.tenancy.CurrentTenant;

/**
 * What the rest of the house asks of products: as which variant of which product items are known.
 */
public final class Products {

  private static final KeyedQuery LABELS =
      KeyedQuery.of(
          """
          select v.item_id, v.product_id, p.name, v.label
            from product_variant v
            join product p on p.tenant_id = v.tenant_id and p.id = v.product_id
           where v.tenant_id = ? and v.item_id {keys}
          """);

  private Products() {}

  /**
   * An item that is a variant.
   *
   * @param product the product's name
   * @param variant its options as people call it, as in "Large / Blue"
   */
  public record Label(String itemId, String productId, String product, String variant) {}

  /** Reads, today, the labels of those of these items that are variants; each has one. */
  public static RowQuery<Label> labels(Collection<String> itemIds) {
    return LABELS.reading(
        CurrentTenant.id(),
        itemIds,
        (row, n) ->
            new Label(
                row.getString("item_id"),
                row.getString("product_id"),
                row.getString("name"),
                row.getString("label")));
  }
}
