package org.cartwright.catalog.packages;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CatalogPackageRepository extends Repository<CatalogPackage, String> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from CatalogPackage p where p.id = :id")
  Optional<CatalogPackage> lock(String id);
}
