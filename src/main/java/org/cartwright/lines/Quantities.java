package org.cartwright.lines;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.pricing.amounts.Quantity;

/** How much of each product all the goods of a cart or quote come to, whatever line it is on. */
public record Quantities(Map<Product, BigDecimal> sums) {

  static final Quantities NONE = new Quantities(Map.of());

  public Quantities {
    sums = Map.copyOf(sums);
  }

  /** How much is on these lines. */
  static Quantities of(List<LineItem> lines) {
    var sums = new HashMap<Product, BigDecimal>();
    for (var line : lines) {
      if (!line.isFee()) {
        sums.merge(line.product(), line.quantity().value(), BigDecimal::add);
      }
    }
    return new Quantities(sums);
  }

  /** How much is wanted. */
  static Quantities wanted(List<NewLine> lines) {
    var sums = new HashMap<Product, BigDecimal>();
    lines.forEach(line -> sums.merge(line.product(), line.quantity().value(), BigDecimal::add));
    return new Quantities(sums);
  }

  /** And as much more. */
  Quantities with(Product product, Quantity more) {
    var next = new HashMap<>(sums);
    next.merge(product, more.value(), BigDecimal::add);
    return new Quantities(next);
  }

  /** And something else in the place of what is on a line. */
  Quantities with(LineItem line, Quantity instead) {
    var next = new HashMap<>(sums);
    next.merge(line.product(), instead.value().subtract(line.quantity().value()), BigDecimal::add);
    return new Quantities(next);
  }

  BigDecimal of(Product product) {
    return sums.getOrDefault(product, BigDecimal.ZERO);
  }
}
