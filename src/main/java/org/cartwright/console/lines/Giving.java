package org.cartwright.console.lines;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cartwright.carts.api.CartExplanation;
import org.cartwright.console.lines.DeskLimits.Given;

/**
 * All that is given away on a cart or a draft.
 *
 * @param lines what is on each line, by what names the line, in their order
 * @param whole what is on everything
 */
public record Giving(Map<String, Given> lines, Given whole) {

  public static Giving of(List<DeskLine> lines, Given whole) {
    var given = new LinkedHashMap<String, Given>();
    lines.forEach(line -> given.put(line.id(), DeskLimits.given(line)));
    return new Giving(given, whole);
  }

  /** The same where lines are named by their places: those of a copy have other ids. */
  public static Giving byPlace(CartExplanation cart) {
    var given = new LinkedHashMap<String, Given>();
    cart.lines().forEach(line -> given.put("" + given.size(), given(line.discount())));
    return new Giving(given, given(cart.discount()));
  }

  private static Given given(CartExplanation.Reduction discount) {
    return new Given(
        Objects.requireNonNullElse(discount.rate(), BigDecimal.ZERO),
        discount.rounded(),
        discount.base());
  }
}
