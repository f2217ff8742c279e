package org.cartwright.orders;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DraftOrderRepository extends Repository<DraftOrder, String> {

  /** What there is of a cart that the caller has locked. */
  @Query("select d from DraftOrder d where d.cartId = :cartId")
  Optional<DraftOrder> of(String cartId);
}
