package org.cartwright.carts;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The quotes made of carts, which carts serve and the module that knows quotes tells. */
public interface CartQuotes {

  /**
   * By the id of their cart the quotes of these carts, the newest first; a cart without any is not
   * there. One statement however many there are, and one more if patients have tags.
   */
  Map<String, List<QuoteSummary>> of(Collection<String> cartIds);
}
