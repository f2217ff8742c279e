package org.cartwright.carts;

import java.util.List;
import org.springframework.data.repository.Repository;

interface CartLineRepository extends Repository<StoredCartLine, String> {

  /** The lines of a cart, in served order. */
  List<StoredCartLine> findByCartIdOrderByPosition(String cartId);
}
