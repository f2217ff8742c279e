package org.cartwright.console.cart;

import java.util.List;
import org.cartwright.catalog.Shelf;
import org.cartwright.console.page.Asked;

/**
 * Which part of the catalog stands beside a cart.
 *
 * @param word as it stands in the address; empty for all of it
 * @param categories those there are to choose from
 */
record ShelfChoice(String word, List<String> categories) {

  private static final String FAVOURITES = "favourites";
  private static final String PACKAGES = "packages";
  private static final String CATEGORY = "category:";
  private static final int LONGEST = 300;

  static ShelfChoice of(String word, List<String> categories) {
    return new ShelfChoice(Asked.search(word, LONGEST), categories);
  }

  /** Whether favourites are chosen; also for the template. */
  public boolean isFavourites() {
    return word.equals(FAVOURITES);
  }

  Shelf.Part part() {
    return new Shelf.Part(
        isFavourites(),
        word.equals(PACKAGES),
        word.startsWith(CATEGORY) ? word.substring(CATEGORY.length()) : null);
  }
}
