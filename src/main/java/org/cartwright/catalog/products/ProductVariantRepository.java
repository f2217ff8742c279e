package org.cartwright.catalog.products;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProductVariantRepository extends Repository<ProductVariant, String> {

  /** Frees the items of a product, at once. */
  @Modifying
  @Query("delete from ProductVariant v where v.productId = :productId")
  void deleteByProductId(String productId);
}
