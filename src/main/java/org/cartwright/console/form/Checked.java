package org.cartwright.console.form;

import jakarta.validation.Validator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.cartwright.platform.json.CrossFieldValidated;

/** What a form asks for, checked by the rules that hold for a request of the API. */
public final class Checked {

  private Checked() {}

  /**
   * The fields of a request record that are not as they have to be, as they are named there; of a
   * list it is the list's name. What is wrong with the record as a whole has an empty name, and is
   * looked at once each field by itself is fine.
   */
  public static Set<String> wrong(Validator validator, Object wanted) {
    var fields = new LinkedHashSet<String>();
    for (var violation : validator.validate(wanted)) {
      fields.add(violation.getPropertyPath().toString().replaceFirst("[.\\[].*", ""));
    }
    if (fields.isEmpty() && wanted instanceof CrossFieldValidated together) {
      together.check(
          new CrossFieldValidated.Complaints() {
            @Override
            public void about(String field, String sentence) {
              fields.add(field);
            }

            @Override
            public void aboutAll(String sentence) {
              fields.add("");
            }
          });
    }
    return fields;
  }
}
