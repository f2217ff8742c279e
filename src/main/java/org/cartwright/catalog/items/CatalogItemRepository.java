package org.cartwright.catalog.items;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CatalogItemRepository extends Repository<CatalogItem, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select i from CatalogItem i where i.id = :id")
  Optional<CatalogItem> lock(String id);

  /** Locks in the order of ids, so that two who lock the same items do not wait for each other. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select i from CatalogItem i where i.id in :ids order by i.id")
  List<CatalogItem> lockAll(Collection<String> ids);

  /** The same for all of a category. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select i from CatalogItem i where i.category = :category order by i.id")
  List<CatalogItem> lockCategory(String category);
}
