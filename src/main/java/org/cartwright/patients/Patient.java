package org.cartwright.patients;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cartwright.patients.api.PatientCreate;
import org.cartwright.patients.api.PatientSource;
import org.cartwright.patients.api.PatientUpdate;
import org.cartwright.platform.jdbc.StoredJson;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A person the clinic treats, as the clinic wrote them down. What is served of it is said by the
 * document views, so this class only writes.
 */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@SuppressWarnings("UnusedVariable") // written here, read by the document views
class Patient {

  @Id private String id;
  @TenantId private String tenantId;
  private @Nullable String firstName;
  private @Nullable String lastName;
  private @Nullable String externalId;
  private @Nullable String email;
  private @Nullable String phoneNumber;
  private @Nullable String address;
  private @Nullable String addressLineTwo;
  private @Nullable String city;
  private @Nullable String state;
  private @Nullable String zipCode;
  private @Nullable String country;
  private @Nullable Boolean addressValid;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Map<String, Object> meta;

  private @Nullable String primaryLocationId;
  private @Nullable String firebaseUid;
  private @Nullable LocalDate dateOfBirth;
  private @Nullable String gender;
  private @Nullable String pronouns;
  private @Nullable String preferredName;

  @Enumerated(EnumType.STRING)
  private @Nullable PatientSource patientSource;

  private @Nullable String leadSource;
  private @Nullable Boolean onSchedulingBlacklist;
  private @Nullable Boolean surchargeDisabled;
  private @Nullable String preferredProviderId;
  private @Nullable String language;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> allergies;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> familyHistory;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> medicalHistory;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> prescriptions;

  private @Nullable BigDecimal goalWeight;
  private boolean isArchived;

  @Column(updatable = false)
  private Instant createdDate;

  /** When they were erased. */
  @Column(insertable = false, updatable = false)
  private @Nullable Instant erasedDate;

  @NullUnmarked
  protected Patient() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  Patient(String id, PatientCreate wanted, @Nullable String language, Instant now) {
    this.id = id;
    firstName = wanted.firstName();
    lastName = wanted.lastName();
    externalId = wanted.externalId();
    email = wanted.email();
    phoneNumber = wanted.phoneNumber();
    address = wanted.address();
    addressLineTwo = wanted.addressLineTwo();
    city = wanted.city();
    state = wanted.state();
    zipCode = wanted.zipCode();
    country = wanted.country();
    addressValid = wanted.addressValid();
    meta = wanted.meta();
    primaryLocationId = wanted.primaryLocationId();
    firebaseUid = wanted.firebaseUid();
    dateOfBirth = wanted.dateOfBirth();
    gender = wanted.gender();
    pronouns = wanted.pronouns();
    preferredName = wanted.preferredName();
    patientSource = wanted.patientSource();
    leadSource = wanted.leadSource();
    onSchedulingBlacklist = wanted.onSchedulingBlacklist();
    surchargeDisabled = wanted.surchargeDisabled();
    preferredProviderId = wanted.preferredProviderId();
    this.language = language;
    createdDate = now;
  }

  /** When they were erased, if they were. */
  @Nullable Instant erasedDate() {
    return erasedDate;
  }

  String id() {
    return id;
  }

  /**
   * Changes what the client named, clears what it named with null, and leaves the rest. What no
   * answer shows is cleared by an empty list alone: who sends a patient back does not know it.
   */
  void change(PatientUpdate wanted) {
    var given = wanted.given();
    if (given.has("firstName")) {
      firstName = wanted.firstName();
    }
    if (given.has("lastName")) {
      lastName = wanted.lastName();
    }
    if (given.has("externalId")) {
      externalId = wanted.externalId();
    }
    if (given.has("email")) {
      email = wanted.email();
    }
    if (given.has("phoneNumber")) {
      phoneNumber = wanted.phoneNumber();
    }
    if (given.has("address")) {
      address = wanted.address();
    }
    if (given.has("addressLineTwo")) {
      addressLineTwo = wanted.addressLineTwo();
    }
    if (given.has("city")) {
      city = wanted.city();
    }
    if (given.has("state")) {
      state = wanted.state();
    }
    if (given.has("zipCode")) {
      zipCode = wanted.zipCode();
    }
    if (given.has("country")) {
      country = wanted.country();
    }
    if (given.has("addressValid")) {
      addressValid = wanted.addressValid();
    }
    if (given.has("meta") && !StoredJson.isSame(meta, wanted.meta())) {
      meta = wanted.meta();
    }
    if (given.has("primaryLocationId")) {
      primaryLocationId = wanted.primaryLocationId();
    }
    if (given.has("dateOfBirth")) {
      dateOfBirth = wanted.dateOfBirth();
    }
    if (wanted.allergies() != null) {
      allergies = wanted.allergies();
    }
    if (wanted.familyHistory() != null) {
      familyHistory = wanted.familyHistory();
    }
    if (wanted.medicalHistory() != null) {
      medicalHistory = wanted.medicalHistory();
    }
    if (wanted.prescriptions() != null) {
      prescriptions = wanted.prescriptions();
    }
    if (given.has("gender")) {
      gender = wanted.gender();
    }
    if (given.has("pronouns")) {
      pronouns = wanted.pronouns();
    }
    if (given.has("preferredName")) {
      preferredName = wanted.preferredName();
    }
    if (given.has("goalWeight")) {
      goalWeight = wanted.goalWeight();
    }
    if (given.has("leadSource")) {
      leadSource = wanted.leadSource();
    }
    if (given.has("surchargeDisabled")) {
      surchargeDisabled = wanted.surchargeDisabled();
    }
    if (given.has("preferredProviderId")) {
      preferredProviderId = wanted.preferredProviderId();
    }
  }

  /** Says in which language they are written to, if that is known. */
  void speak(@Nullable String theirs) {
    language = theirs;
  }

  /**
   * Puts the patient aside: still readable, no longer found, not billed any more.
   *
   * @return whether that was news
   */
  boolean archive() {
    var isNews = !isArchived;
    isArchived = true;
    return isNews;
  }

  /**
   * Takes the patient out of the archive.
   *
   * @return whether that was news
   */
  boolean restore() {
    var isNews = isArchived;
    isArchived = false;
    return isNews;
  }
}
