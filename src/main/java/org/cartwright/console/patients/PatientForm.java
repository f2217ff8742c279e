package org.cartwright.console.patients;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.cartwright.console.form.Typed;
import org.cartwright.patients.api.PatientCreate;
import org.cartwright.patients.api.PatientLanguage;
import org.cartwright.patients.api.PatientSource;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.patients.api.PatientUpdate;
import org.cartwright.platform.json.PresentFields;
import org.jspecify.annotations.Nullable;

/**
 * The form of a patient's record: what stands in its fields. What the record holds beside that the
 * form leaves as it is.
 *
 * @param fields by their names, which are those of the API
 */
record PatientForm(Map<String, String> fields) {

  static final PatientForm EMPTY = new PatientForm(Map.of());

  /** The names of the fields, in their order on the page. */
  static final List<String> NAMES =
      List.of(
          "firstName",
          "lastName",
          "preferredName",
          "pronouns",
          "dateOfBirth",
          "gender",
          "phoneNumber",
          "email",
          "address",
          "addressLineTwo",
          "city",
          "state",
          "zipCode",
          "country",
          "language",
          "preferredProviderId",
          "leadSource",
          "externalId",
          "primaryLocationId");

  private static final Set<String> WITH_TEXTS_OF_THEIR_OWN =
      Set.of("firstName", "lastName", "phoneNumber", "email", "language");

  private static final int BASE = 36;

  static PatientForm of(PatientSummary patient) {
    var fields = new TreeMap<String, String>();
    put(fields, "firstName", patient.firstName());
    put(fields, "lastName", patient.lastName());
    put(fields, "preferredName", patient.preferredName());
    put(fields, "pronouns", patient.pronouns());
    put(fields, "dateOfBirth", patient.dateOfBirth());
    put(fields, "gender", patient.gender());
    put(fields, "phoneNumber", patient.phoneNumber());
    put(fields, "email", patient.email());
    put(fields, "address", patient.address());
    put(fields, "addressLineTwo", patient.addressLineTwo());
    put(fields, "city", patient.city());
    put(fields, "state", patient.state());
    put(fields, "zipCode", patient.zipCode());
    put(fields, "country", patient.country());
    put(fields, "language", patient.language());
    put(fields, "preferredProviderId", patient.preferredProviderId());
    put(fields, "leadSource", patient.leadSource());
    put(fields, "externalId", patient.externalId());
    put(fields, "primaryLocationId", patient.primaryLocationId());
    return new PatientForm(fields);
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    fields.put(name, Objects.toString(value, ""));
  }

  /** What a field shows; also for the template. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Which record was seen: another one if a field is another. Also for the template. */
  public String seen() {
    return Integer.toUnsignedString(new TreeMap<>(fields).hashCode(), BASE);
  }

  /** The record that was typed, to be entered. */
  static PatientCreate create(Typed typed, @Nullable LocalDate born) {
    return new PatientCreate(
        typed.orNone("firstName"),
        typed.orNone("lastName"),
        typed.orNone("externalId"),
        typed.orNone("email"),
        typed.orNone("phoneNumber"),
        typed.orNone("address"),
        typed.orNone("addressLineTwo"),
        typed.orNone("city"),
        typed.orNone("state"),
        typed.orNone("zipCode"),
        typed.orNone("country"),
        null,
        null,
        typed.orNone("primaryLocationId"),
        null,
        null,
        born,
        "PATIENT",
        typed.orNone("gender"),
        typed.orNone("pronouns"),
        typed.orNone("preferredName"),
        PatientSource.MANUALLY_CREATED,
        typed.orNone("leadSource"),
        false,
        false,
        null,
        typed.orNone("preferredProviderId"));
  }

  /** What is to change, as it was typed: every field of the form, an empty one to be cleared. */
  static PatientUpdate update(Typed typed, @Nullable LocalDate born) {
    return new PatientUpdate(
        typed.orNone("firstName"),
        typed.orNone("lastName"),
        typed.orNone("externalId"),
        typed.orNone("email"),
        typed.orNone("phoneNumber"),
        typed.orNone("address"),
        typed.orNone("addressLineTwo"),
        typed.orNone("city"),
        typed.orNone("state"),
        typed.orNone("zipCode"),
        typed.orNone("country"),
        null,
        null,
        typed.orNone("primaryLocationId"),
        born,
        null,
        null,
        null,
        null,
        typed.orNone("gender"),
        typed.orNone("pronouns"),
        typed.orNone("preferredName"),
        null,
        typed.orNone("leadSource"),
        null,
        null,
        typed.orNone("preferredProviderId"),
        new PresentFields(Set.copyOf(NAMES)));
  }

  /** In which language they are to be written to, as it was chosen. */
  static PatientLanguage language(Typed typed) {
    return new PatientLanguage(typed.orNone("language"));
  }

  /** The day of birth that was typed, if any was. */
  static @Nullable LocalDate born(Typed typed, Map<String, String> reasons) {
    var text = typed.field("dateOfBirth", "");
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      reasons.put("dateOfBirth", reason("dateOfBirth"));
      return null;
    }
  }

  /** Why the fields of these names are not taken, as keys of the texts. */
  static Map<String, String> reasons(List<String> names) {
    var reasons = new HashMap<String, String>();
    names.stream().filter(NAMES::contains).forEach(name -> reasons.put(name, reason(name)));
    return reasons;
  }

  private static String reason(String name) {
    if (WITH_TEXTS_OF_THEIR_OWN.contains(name)) {
      return "problem." + name;
    }
    return name.equals("dateOfBirth") ? "patient.problem.born" : "patient.problem.long";
  }
}
