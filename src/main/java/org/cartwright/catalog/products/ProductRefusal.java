package org.cartwright.catalog.products;

import java.util.Collection;
import org.cartwright.platform.errors.Conflict;

/** 409: what the present state of the products forbids. */
final class ProductRefusal extends Conflict {

  private ProductRefusal(String reason, String sentence, Object... values) {
    super("product." + reason, sentence, values);
  }

  /** These items are variants of other products. */
  static ProductRefusal itemsTaken(Collection<String> itemIds) {
    return new ProductRefusal(
        "itemsTaken",
        "An item is a variant of one product at most; take these out of their other products first: %s."
            .formatted(String.join(", ", itemIds)),
        String.join(", ", itemIds));
  }
}
