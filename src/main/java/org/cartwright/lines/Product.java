package org.cartwright.lines;

import org.jspecify.annotations.Nullable;

/** What a line sells: an item or a package of the catalog, exactly one of the two. */
public record Product(@Nullable String itemId, @Nullable String packageId) {

  public Product {
    if ((itemId == null) == (packageId == null)) {
      throw new IllegalArgumentException("a line sells exactly one of an item and a package");
    }
  }

  /** The name of the field in which a client names this product. */
  public String field() {
    return itemId != null ? "itemId" : "packageId";
  }
}
