package org.cartwright.platform.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a longer list.
 *
 * @param data the entries of this page
 * @param total how many entries there are on all pages
 */
public record Page<T>(List<T> data, long total) {

  /** The same page of what is read for its entries; for none, nothing is read. */
  public <R> Page<R> read(Function<List<T>, List<R>> reader) {
    return new Page<>(data.isEmpty() ? List.of() : reader.apply(data), total);
  }
}
