package org.cartwright.console.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cartwright.console.form.Typed;
import org.cartwright.tenancy.TenantProfile;

/**
 * The form of what a clinic says of itself.
 *
 * @param fields by their names
 */
record ClinicForm(Map<String, String> fields) {

  static final String NAME = "clinic";
  static final String DAYS = "inactivityDays";

  /** The names of the fields, in their order on the page. */
  static final List<String> NAMES =
      List.of("name", "phoneNumber", "homePage", "slogan", "invoiceText", DAYS);

  private static final int BASE = 36;

  static ClinicForm of(TenantProfile profile) {
    return new ClinicForm(
        Map.of(
            "name",
            profile.name(),
            "phoneNumber",
            profile.phoneNumber(),
            "homePage",
            profile.homePage(),
            "slogan",
            Objects.requireNonNullElse(profile.slogan(), ""),
            "invoiceText",
            profile.invoiceText(),
            DAYS,
            Integer.toString(profile.inactivityDays())));
  }

  /** What a field shows; also for the template. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Which profile was seen. Also for the template. */
  public String seen() {
    return Integer.toUnsignedString(NAMES.stream().map(this::field).toList().hashCode(), BASE);
  }

  /** What was typed; days that are no number are none. */
  static TenantProfile wanted(Typed typed) {
    var days = typed.field(DAYS, "");
    return new TenantProfile(
        typed.field("name", ""),
        typed.field("phoneNumber", ""),
        typed.field("homePage", ""),
        typed.orNone("slogan"),
        typed.field("invoiceText", ""),
        days.matches("\\d{1,4}") ? Integer.parseInt(days) : 0);
  }
}
