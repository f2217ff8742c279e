package org.cartwright.console.draft.customer;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import org.cartwright.console.form.Typed;
import org.cartwright.orders.api.Address;
import org.jspecify.annotations.Nullable;

/**
 * An address as it is typed into the fields of a form.
 *
 * @param name of the form's part, which all its fields begin with
 */
public record TypedAddress(String name) {

  public static final TypedAddress SHIPPING = new TypedAddress("shipping");
  public static final TypedAddress BILLING = new TypedAddress("billing");

  private static final List<String> WRITTEN =
      List.of("name", "line1", "line2", "city", "region", "postalCode");

  /**
   * What was typed; nothing where nothing was.
   *
   * @param reasons is filled with what is wrong, by field
   */
  public @Nullable Address read(Typed typed, Validator validator, Map<String, String> reasons) {
    if (WRITTEN.stream().allMatch(field -> text(typed, field).isEmpty())) {
      return null;
    }
    for (var field : List.of("line1", "city", "country")) {
      if (text(typed, field).isEmpty()) {
        reasons.put(name + "-" + field, "problem.address." + field);
      }
    }
    var address =
        new Address(
            typed.orNone(name + "-name"),
            text(typed, "line1"),
            typed.orNone(name + "-line2"),
            text(typed, "city"),
            typed.orNone(name + "-region"),
            typed.orNone(name + "-postalCode"),
            text(typed, "country"));
    for (var violation : validator.validate(address)) {
      reasons.putIfAbsent(name + "-" + violation.getPropertyPath(), "problem.long");
    }
    return address;
  }

  private String text(Typed typed, String field) {
    return typed.field(name + "-" + field, "");
  }
}
