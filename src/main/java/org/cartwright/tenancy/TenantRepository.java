package org.cartwright.tenancy;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface TenantRepository extends JpaRepository<Tenant, String> {

  List<Tenant> findAllByOrderByCreatedDateAscIdAsc();

  @Query("select t.id from Tenant t order by t.id")
  List<String> ids();

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select t from Tenant t where t.id = :id")
  Optional<Tenant> lock(String id);
}
