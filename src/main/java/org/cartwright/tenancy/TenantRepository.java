package org.cartwright.tenancy;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface TenantRepository extends JpaRepository<Tenant, String> {

  List<Tenant> findAllByOrderByCreatedDateAscIdAsc();

  @Query("select t.id from Tenant t order by t.id")
  List<String> ids();
}
