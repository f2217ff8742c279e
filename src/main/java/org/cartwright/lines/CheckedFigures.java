package org.cartwright.lines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.pricing.DiscountConflict;
import org.cartwright.pricing.amounts.FigureTooLarge;

/**
 * Does sums that a request may have made impossible, and says where in the request the fault lies.
 */
final class CheckedFigures {

  private final List<Violation> found = new ArrayList<>();

  /** The result, or nothing after a complaint about the given place of the body. */
  <T> Optional<T> of(Supplier<T> sum, Object... place) {
    try {
      return Optional.of(sum.get());
    } catch (DiscountConflict conflict) {
      found.add(
          Violation.inBody(String.valueOf(conflict.getMessage()), and(place, "discountAmount")));
    } catch (FigureTooLarge tooLarge) {
      found.add(Violation.inBody(String.valueOf(tooLarge.getMessage()), place));
    }
    return Optional.empty();
  }

  /**
   * Ends the sums.
   *
   * @throws InvalidRequest with everything that was complained about
   */
  void requireDone() {
    InvalidRequest.throwIfAny(found);
  }

  /** Does one sum that concerns the body as a whole. */
  static <T> T inBody(Supplier<T> sum) {
    var sums = new CheckedFigures();
    var done = sums.of(sum);
    sums.requireDone();
    return done.orElseThrow();
  }

  private static Object[] and(Object[] place, Object last) {
    var longer = Arrays.copyOf(place, place.length + 1);
    longer[place.length] = last;
    return longer;
  }
}
