package org.cartwright.lines;

import java.util.List;
import org.cartwright.pricing.DiscountChange;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants of the goods of a cart.
 *
 * @param goods all of them anew; absent if they are to stay as they are
 * @param discount what is to become of the discount on all of them
 */
public record GoodsWish(@Nullable List<NewLine> goods, DiscountChange discount) {

  /** Nothing: all is to stay as it is. */
  public static final GoodsWish NOTHING = new GoodsWish(null, DiscountChange.NONE);

  /** Whether there is anything to do. */
  public boolean isAny() {
    return goods != null || !discount.equals(DiscountChange.NONE);
  }

  /** What is to be on the cart, as far as it is said here. */
  public List<Product> products() {
    return goods == null ? List.of() : goods.stream().map(NewLine::product).toList();
  }
}
