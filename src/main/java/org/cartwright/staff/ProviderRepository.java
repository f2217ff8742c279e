package org.cartwright.staff;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProviderRepository extends JpaRepository<Provider, String> {

  @Query("select count(p) > 0 from Provider p where p.id = :id")
  boolean isThere(String id);

  @Query("select p.email from Provider p where p.id = :id")
  Optional<String> email(String id);
}
