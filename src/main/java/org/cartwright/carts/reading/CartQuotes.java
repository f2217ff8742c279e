package org.cartwright.carts.reading;

import java.util.Collection;
import org.cartwright.platform.jdbc.RowQuery;
import org.springframework.modulith.NamedInterface;

/** The quotes made of carts, which carts serve and the module that knows quotes tells. */
@NamedInterface("quotes")
public interface CartQuotes {

  /** Reads the quotes of these carts, the newest first. */
  RowQuery<CartQuote> of(Collection<String> cartIds);
}
