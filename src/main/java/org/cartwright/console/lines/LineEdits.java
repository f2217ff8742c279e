package org.cartwright.console.lines;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cartwright.carts.api.CartItemUpdate;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.staff.DeskRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what was typed into the fields of a line what is to become of it. */
@Component
public class LineEdits {

  private final Validator validator;

  LineEdits(Validator validator) {
    this.validator = validator;
  }

  /**
   * What is to change of a line: that of which a field says something else than stood there.
   *
   * @throws NotTaken if something typed is none, or the role may not set prices
   */
  public CartItemUpdate update(DeskLine line, Typed typed, TypedFigures figures, DeskRole role) {
    var reasons = new HashMap<String, String>();
    var quantity =
        read(typed, "quantity", figures.shown(line.quantity()), figures::number, reasons);
    var price = read(typed, "price", figures.shown(line.unitPrice()), figures::money, reasons);
    var discount =
        read(
            typed,
            "discount",
            figures.shown(line.discountPercentage(), line.discountAmount()),
            figures::discount,
            reasons);
    if (price != null && !role.maySetPrices() && !line.hasOpenPrice()) {
      reasons.put("price", "problem.price.role");
    }
    var notes = typed.field("notes", line.notes());
    var update =
        new CartItemUpdate(
            quantity,
            price,
            discount == null ? null : amount(discount, line.discountPercentage()),
            discount == null ? null : percentage(discount, line.discountPercentage()),
            notes.equals(line.notes()) ? null : notes);
    complain(validator.validate(update), typed, reasons);
    return update;
  }

  /**
   * A discount that was typed for everything.
   *
   * @return nothing if the field says what stood there
   * @throws NotTaken if it is none
   */
  public static TypedFigures.@Nullable Discount discountOnAll(
      Typed typed, TypedFigures figures, BigDecimal percentage, long amount) {
    var reasons = new HashMap<String, String>();
    var discount =
        read(typed, "discount", figures.shown(percentage, amount), figures::discount, reasons);
    complain(Set.of(), typed, reasons);
    return discount;
  }

  /**
   * The amount to ask for, if a discount is one: what is asked for is an amount alone or a
   * percentage alone, and none ends the kind that is there.
   */
  public static @Nullable Long amount(TypedFigures.Discount typed, BigDecimal present) {
    if (typed.isNone()) {
      return present.signum() == 0 ? 0L : null;
    }
    return typed.percentage().signum() == 0 ? typed.amount() : null;
  }

  /** The percentage to ask for, if a discount is one. */
  public static @Nullable BigDecimal percentage(TypedFigures.Discount typed, BigDecimal present) {
    if (typed.isNone()) {
      return present.signum() == 0 ? null : BigDecimal.ZERO;
    }
    return typed.percentage().signum() == 0 ? null : typed.percentage();
  }

  /** What was typed into a field, if it is not what stood there. */
  private static <T> @Nullable T read(
      Typed typed,
      String field,
      String shown,
      Function<String, Optional<T>> reading,
      Map<String, String> reasons) {
    var text = typed.field(field, shown);
    if (text.equals(shown)) {
      return null;
    }
    var read = reading.apply(text);
    if (read.isEmpty()) {
      reasons.put(field, "problem." + field);
    }
    return read.orElse(null);
  }

  /**
   * What the requests of the API may not hold, a form may not either.
   *
   * @param reasons what else is wrong, by field
   * @throws NotTaken if anything is
   */
  public static void complain(
      Set<? extends ConstraintViolation<?>> violations, Typed typed, Map<String, String> reasons) {
    var all = new HashMap<>(reasons);
    for (var violation : violations) {
      var name = violation.getPropertyPath().toString();
      var field =
          name.startsWith("discount") ? "discount" : name.equals("unitPrice") ? "price" : name;
      all.put(field, "problem." + field);
    }
    if (!all.isEmpty()) {
      throw typed.problem(all);
    }
  }
}
