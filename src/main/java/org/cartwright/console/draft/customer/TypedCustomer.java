package org.cartwright.console.draft.customer;

import jakarta.validation.Validator;
import java.util.HashMap;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Typed;
import org.cartwright.orders.api.NewCustomer;
import org.springframework.stereotype.Component;

/** Who buys, as a form has it: somebody who was found, or who is entered with the draft. */
@Component
public class TypedCustomer {

  private final Validator validator;

  TypedCustomer(Validator validator) {
    this.validator = validator;
  }

  /**
   * Who it is.
   *
   * @throws NotTaken if nobody was chosen and no name was typed, or something is too long
   */
  public NewCustomer read(Typed typed) {
    var chosen = typed.orNone("patient");
    if (chosen != null) {
      return NewCustomer.known(chosen);
    }
    var wanted =
        new NewCustomer(
            null,
            typed.orNone("firstName"),
            typed.orNone("lastName"),
            typed.orNone("phoneNumber"),
            typed.orNone("email"),
            typed.orNone("language"));
    var reasons = new HashMap<String, String>();
    if (wanted.firstName() == null && wanted.lastName() == null) {
      reasons.put("firstName", "problem.name");
    }
    for (var violation : validator.validate(wanted)) {
      var path = violation.getPropertyPath().toString();
      var field = path.equals("phone") ? "phoneNumber" : path;
      reasons.put(field, "problem." + field);
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    return wanted;
  }
}
