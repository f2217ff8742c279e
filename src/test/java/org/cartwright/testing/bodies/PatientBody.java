package org.cartwright.testing.bodies;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A patient as entered at the desk. */
public final class PatientBody extends Body<PatientBody> {

  PatientBody(Map<String, @Nullable Object> members) {
    super(members, PatientBody::new);
  }

  public PatientBody id(String id) {
    return with("id", id);
  }

  public PatientBody firstName(String firstName) {
    return with("firstName", firstName);
  }

  public PatientBody lastName(String lastName) {
    return with("lastName", lastName);
  }

  public PatientBody email(String email) {
    return with("email", email);
  }

  public PatientBody phone(String phoneNumber) {
    return with("phoneNumber", phoneNumber);
  }

  public PatientBody born(String dateOfBirth) {
    return with("dateOfBirth", dateOfBirth);
  }

  /** Whose location is this one. */
  public PatientBody at(String primaryLocationId) {
    return with("primaryLocationId", primaryLocationId);
  }

  public PatientBody externalId(String externalId) {
    return with("externalId", externalId);
  }
}
