package org.cartwright.tenancy.keys;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ApiKeyRepository extends JpaRepository<ApiKey, String> {

  @Query("select k from ApiKey k where k.id = :id")
  Optional<ApiKey> find(String id);
}
