package org.cartwright.catalog.products;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which items products come as, in order. Whoever changes it has locked the product before. */
@Component
class ProductVariants {

  /** In the order of ids, so that two who want the same items do not wait for each other. */
  private static final String LOCK =
      """
      select i.id
        from item i
       where i.tenant_id = :tenant
         and (i.id = any(:items)
              or i.id in (select v.item_id from product_variant v
                           where v.tenant_id = :tenant and v.product_id = :product))
       order by i.id
         for no key update""";

  private static final String ITEMS =
      """
      select i.id, i.is_archived, v.product_id
        from item i
        left join product_variant v on v.tenant_id = i.tenant_id and v.item_id = i.id
       where i.tenant_id = ? and i.id = any(?)""";

  private final ProductVariantRepository variants;
  private final EntityManager entities;
  private final JdbcClient jdbc;

  ProductVariants(ProductVariantRepository variants, EntityManager entities, JdbcClient jdbc) {
    this.variants = variants;
    this.entities = entities;
    this.jdbc = jdbc;
  }

  /** An item that is there, and the product it is a variant of, if any. */
  private record Item(String id, boolean isArchived, @Nullable String productId) {

    private boolean isOf(String product) {
      return product.equals(productId);
    }

    private boolean isOfAnother(String product) {
      return productId != null && !isOf(product);
    }
  }

  /**
   * From now on these, and nothing else, are the variants of a product. Locks all items that are or
   * were, and looks then what they are variants of: of two products that want an item at the same
   * time one gets it.
   *
   * @throws InvalidRequest naming every item that is there twice, or is neither on sale nor a
   *     variant of the product already, and all options that are not complete or not distinct
   * @throws ProductRefusal if items are variants of other products
   */
  void replace(String productId, ProductWrite wanted) {
    var ids = wanted.variants().stream().map(VariantWrite::itemId).distinct().toList();
    lock(productId, ids);
    var items = items(ids);
    InvalidRequest.throwIfAny(violations(productId, wanted, items));
    requireFree(productId, ids, items);
    variants.deleteByProductId(productId);
    for (int i = 0; i < wanted.variants().size(); i++) {
      entities.persist(new ProductVariant(productId, wanted.variants().get(i), i));
    }
  }

  /** From now on no item is a variant of this product. */
  void free(String productId) {
    variants.deleteByProductId(productId);
  }

  private void lock(String productId, List<String> itemIds) {
    jdbc.sql(LOCK)
        .param("tenant", CurrentTenant.id())
        .param("items", itemIds.toArray(String[]::new))
        .param("product", productId)
        .query((row, n) -> row.getString("id"))
        .list();
  }

  private Map<String, Item> items(List<String> ids) {
    var items = new HashMap<String, Item>();
    jdbc.sql(ITEMS)
        .param(CurrentTenant.id())
        .param(ids.toArray(String[]::new))
        .query(
            (row, n) ->
                new Item(
                    row.getString("id"),
                    row.getBoolean("is_archived"),
                    row.getString("product_id")))
        .list()
        .forEach(item -> items.put(item.id(), item));
    return items;
  }

  private static List<Violation> violations(
      String productId, ProductWrite wanted, Map<String, Item> items) {
    var named = new HashSet<String>();
    var labels = new HashSet<String>();
    var violations = new ArrayList<Violation>();
    for (int i = 0; i < wanted.variants().size(); i++) {
      var variant = wanted.variants().get(i);
      var item = items.get(variant.itemId());
      if (item == null || (item.isArchived() && !item.isOf(productId))) {
        violations.add(Violation.inBody("there is no such item on sale", "variants", i, "itemId"));
      } else if (!named.add(item.id())) {
        violations.add(Violation.inBody("the item is a variant twice", "variants", i, "itemId"));
      }
      if (variant.options().size() != wanted.optionNames().size()) {
        violations.add(
            Violation.inBody("a variant says what it is of each option", "variants", i, "options"));
      } else if (!labels.add(variant.label().toLowerCase(Locale.ROOT))) {
        violations.add(
            Violation.inBody("another variant has the same options", "variants", i, "options"));
      }
    }
    return violations;
  }

  private static void requireFree(String productId, List<String> ids, Map<String, Item> items) {
    var taken =
        ids.stream()
            .filter(id -> Objects.requireNonNull(items.get(id)).isOfAnother(productId))
            .toList();
    if (!taken.isEmpty()) {
      throw ProductRefusal.itemsTaken(taken);
    }
  }
}
