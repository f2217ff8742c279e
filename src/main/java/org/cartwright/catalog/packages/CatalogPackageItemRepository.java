package org.cartwright.catalog.packages;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CatalogPackageItemRepository
    extends Repository<CatalogPackageItem, CatalogPackageItem.Key> {

  /** Takes everything out of a package, at once. */
  @Modifying
  @Query("delete from CatalogPackageItem c where c.packageId = :packageId")
  void deleteByPackageId(String packageId);
}
