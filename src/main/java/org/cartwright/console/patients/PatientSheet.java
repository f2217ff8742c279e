package org.cartwright.console.patients;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.patients.credit.PatientCreditSummary;
import org.cartwright.patients.tags.PatientTagSummary;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A patient as they stand on their page.
 *
 * @param years how old they are; absent if it is not known when they were born
 * @param address line by line
 * @param provider who looks after them
 * @param language in which they are written to; absent if it is the clinic's
 * @param credit what they can pay with now
 */
record PatientSheet(
    String id,
    String name,
    @Nullable String preferredName,
    @Nullable String pronouns,
    @Nullable String gender,
    @Nullable String phone,
    @Nullable String email,
    @Nullable LocalDate born,
    @Nullable Integer years,
    List<String> address,
    @Nullable String provider,
    @Nullable String leadSource,
    @Nullable String externalId,
    @Nullable String language,
    boolean isArchived,
    List<Tag> tags,
    String credit) {

  /** A tag they have. */
  record Tag(String id, String label) {}

  /**
   * A credit they were given.
   *
   * @param isOver whether it has expired
   */
  record Credit(
      String amount,
      String left,
      @Nullable String comment,
      @Nullable Instant expires,
      boolean isOver,
      Instant given,
      String giver) {}

  static PatientSheet of(
      PatientSummary patient, @Nullable String provider, Tenant tenant, LocalDate today) {
    var born = patient.dateOfBirth();
    return new PatientSheet(
        patient.id(),
        named(patient),
        patient.preferredName(),
        patient.pronouns(),
        patient.gender(),
        patient.phoneNumber(),
        patient.email(),
        born,
        born == null ? null : Period.between(born, today).getYears(),
        lines(
            patient.address(),
            patient.addressLineTwo(),
            joined(patient.city(), patient.state(), patient.zipCode()),
            patient.country()),
        provider,
        patient.leadSource(),
        patient.externalId(),
        patient.language(),
        Boolean.TRUE.equals(patient.isArchived()),
        Objects.requireNonNullElse(patient.tags(), List.<PatientTagSummary>of()).stream()
            .map(tag -> new Tag(tag.id(), label(tag)))
            .toList(),
        tenant
            .figures(tenant.currency())
            .money(Objects.requireNonNullElse(patient.creditBalance(), 0L)));
  }

  static Credit credit(PatientCreditSummary credit, Tenant tenant, Instant now) {
    var figures = tenant.figures(tenant.currency());
    var expires = credit.expiryDate();
    var giver = credit.creator();
    return new Credit(
        figures.money(credit.amount()),
        figures.money(credit.amountRemaining()),
        credit.comment(),
        expires,
        expires != null && !expires.isAfter(now),
        credit.createdDate(),
        giver == null ? "" : joined(giver.firstName(), giver.lastName()));
  }

  /** What a patient is called; empty if nothing is on file. */
  static String named(PatientSummary patient) {
    var name = joined(patient.firstName(), patient.lastName());
    return name.isEmpty() ? joined(patient.preferredName()) : name;
  }

  /** How a tag is written. */
  static String label(PatientTagSummary tag) {
    return joined(tag.emoji(), tag.name());
  }

  private static List<String> lines(@Nullable String... parts) {
    return Stream.of(parts)
        .map(part -> Objects.requireNonNullElse(part, "").strip())
        .filter(part -> !part.isEmpty())
        .toList();
  }

  static String joined(@Nullable String... parts) {
    return lines(parts).stream().collect(Collectors.joining(" "));
  }
}
