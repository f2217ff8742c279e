package org.cartwright.console.patients;

import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.patients.Patients;
import org.cartwright.patients.api.PatientLanguage;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.springframework.stereotype.Service;

/** Enters patients and changes their records, as the API does and as they were typed. */
@Service
class PatientDesk {

  private final Patients patients;
  private final Validator validator;

  PatientDesk(Patients patients, Validator validator) {
    this.patients = patients;
    this.validator = validator;
  }

  /** Enters somebody, of whom a name is enough to know. */
  PatientSummary enter(Typed typed) {
    var reasons = new HashMap<String, String>();
    var wanted = PatientForm.create(typed, PatientForm.born(typed, reasons));
    if (wanted.firstName() == null && wanted.lastName() == null) {
      reasons.put("firstName", "problem.name");
    }
    var language = PatientForm.language(typed);
    complain(wanted, language, reasons, typed);
    return besideItsField(typed, () -> patients.enter(wanted, language));
  }

  /**
   * Changes a record as it was seen.
   *
   * @throws Stale if it is another by now
   */
  PatientSummary change(String id, Typed typed) {
    var reasons = new HashMap<String, String>();
    var wanted = PatientForm.update(typed, PatientForm.born(typed, reasons));
    var language = PatientForm.language(typed);
    complain(wanted, language, reasons, typed);
    return besideItsField(
        typed,
        () ->
            patients.change(
                id,
                wanted,
                language,
                present -> {
                  if (!PatientForm.of(present).seen().equals(typed.seen())) {
                    throw new Stale();
                  }
                }));
  }

  private void complain(
      Object wanted, PatientLanguage language, Map<String, String> reasons, Typed typed) {
    reasons.putAll(
        PatientForm.reasons(
            Stream.concat(
                    validator.validate(wanted).stream(), validator.validate(language).stream())
                .map(it -> it.getPropertyPath().toString())
                .toList()));
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
  }

  /** What is wrong with one field is said beside it. */
  private static PatientSummary besideItsField(Typed typed, Supplier<PatientSummary> work) {
    try {
      return work.get();
    } catch (InvalidRequest invalid) {
      var reasons =
          PatientForm.reasons(invalid.violations().stream().map(PatientDesk::field).toList());
      throw reasons.isEmpty() ? invalid : typed.problem(reasons);
    }
  }

  private static String field(Violation violation) {
    return String.valueOf(List.copyOf(violation.loc()).getLast());
  }
}
