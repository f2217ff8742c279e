package org.cartwright.carts;

import java.util.Collection;
import org.cartwright.platform.rows.Reading;

/** The quotes made of carts, which carts serve and the module that knows quotes tells. */
public interface CartQuotes {

  /** Reads the quotes of these carts, the newest first. */
  Reading<CartQuote> of(Collection<String> cartIds);
}
