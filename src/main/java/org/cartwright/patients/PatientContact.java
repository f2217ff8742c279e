package org.cartwright.patients;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A patient as somebody who writes to the patient needs to know them.
 *
 * @param language in which to write, as a BCP 47 tag, if that is known
 */
public record PatientContact(
    String id,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String preferredName,
    @Nullable String email,
    @Nullable String phoneNumber,
    @Nullable LocalDate dateOfBirth,
    @Nullable String language) {

  /** First and last name, or what the patient likes to be called; empty if nothing is on file. */
  public String fullName() {
    var name =
        Stream.of(firstName, lastName)
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? Objects.requireNonNullElse(preferredName, "").strip() : name;
  }

  /** How to address the patient; empty if nothing is on file. */
  public String givenName() {
    return Stream.of(preferredName, firstName)
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .findFirst()
        .orElseGet(this::fullName);
  }
}
