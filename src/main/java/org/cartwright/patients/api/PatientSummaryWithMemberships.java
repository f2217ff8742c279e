package org.cartwright.patients.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cartwright.patients.tags.PatientTagSummary;
import org.cartwright.staff.api.UserType;
import org.jspecify.annotations.Nullable;

/** A patient as the search answers them. */
@Schema(description = "A patient found by a search.")
public record PatientSummaryWithMemberships(
    @Schema(
            description = "The id, chosen by the client or given by the service.",
            example = "pat_01kq3v8e5t9m2x7c4n6b1d0f8h")
        String id,
    @Schema(example = "Jane") @Nullable String firstName,
    @Schema(example = "Doe") @Nullable String lastName,
    @Schema(description = "As it was typed.", example = "+1 (555) 010-9999")
        @Nullable String phoneNumber,
    @Schema(example = "jane@example.com") @Nullable String email,
    @Schema(description = "Always `PATIENT`.") UserType type,
    @Schema(description = "Not kept by this service; see `primaryLocationId`.")
        @Nullable String locationId,
    @Schema(
            description = "The patient's id in the client's own system; unique within the clinic.",
            example = "EMR-1001")
        @Nullable String externalId,
    @Schema(example = "12 Elm Street") @Nullable String address,
    @Schema(example = "Apt 4") @Nullable String addressLineTwo,
    @Schema(example = "Springfield") @Nullable String city,
    @Schema(example = "IL") @Nullable String state,
    @Schema(example = "62701") @Nullable String zipCode,
    @Schema(example = "US") @Nullable String country,
    Instant createdDate,
    @Nullable Boolean addressValid,
    @Schema(description = "Whatever the client keeps with the patient.")
        @Nullable Map<String, Object> meta,
    @Schema(description = "An archived patient is no longer found by search or billed.")
        @Nullable Boolean isArchived,
    @Schema(description = "Decides which location's taxes apply.")
        @Nullable String primaryLocationId,
    @Nullable String gender,
    @Schema(example = "she/her") @Nullable String pronouns,
    @Schema(example = "Janie", maxLength = 255) @Nullable String preferredName,
    @Schema(example = "1990-05-12") @Nullable LocalDate dateOfBirth,
    @Schema(description = "Not kept by this service: `null`.")
        @Nullable List<String> patientMedications,
    @Nullable PatientSource patientSource,
    @Schema(example = "Instagram") @Nullable String leadSource,
    @Nullable Boolean onSchedulingBlacklist,
    @Nullable Boolean surchargeDisabled,
    @Schema(description = "By name.") @Nullable List<PatientTagSummary> tags,
    @Schema(description = "In cents: what the patient can pay with now.")
        @Nullable Long creditBalance,
    @Nullable String preferredProviderId,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String dosespotPatientId,
    @Schema(description = "Not kept by this service: `null`.")
        @Nullable List<Map<String, Object>> memberships) {}
