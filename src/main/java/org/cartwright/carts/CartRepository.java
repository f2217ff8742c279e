package org.cartwright.carts;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CartRepository extends Repository<Cart, String> {

  /** The cart, locked: whoever changes a cart comes through here first. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Cart c where c.id = :id and c.archivedDate is null")
  Optional<Cart> lock(String id);

  /** The same for a quote's move: a quote outlives the archiving of its cart. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Cart c where c.id = :id")
  Optional<Cart> lockForQuotes(String id);

  /** The cart as it is, for one that only explains it. */
  @Query("select c from Cart c where c.id = :id and c.archivedDate is null")
  Optional<Cart> find(String id);

  /** The lines of a cart, in served order. */
  @Query("select l from StoredCartLine l where l.cartId = :cartId order by l.position")
  List<StoredCartLine> linesOf(String cartId);
}
