package org.cartwright.staff.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** A provider. */
@Schema(description = "A provider.")
public record ProviderSummary(
    @Schema(example = "prov_01kq3v8e5t9m2x7c4n6b1d0f8h") String id,
    @Schema(example = "Alex") @Nullable String firstName,
    @Schema(example = "Rivera") @Nullable String lastName,
    @Schema(example = "+1 555 010 7777") @Nullable String phoneNumber,
    @Schema(
            description = "Unique among the clinic's providers, upper and lower case alike.",
            example = "alex@example.com")
        @Nullable String email,
    @Schema(description = "Always `PROVIDER`.", example = "PROVIDER") String type,
    @Schema(description = "Not kept by this service; see `primaryLocationId`.")
        @Nullable String locationId,
    @Schema(description = "The provider's id in the client's own system.")
        @Nullable String externalId,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String address,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String addressLineTwo,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String city,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String state,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String zipCode,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String country,
    Instant createdDate,
    @Schema(description = "Not kept by this service: `null`.") @Nullable Boolean addressValid,
    @Schema(description = "Not kept by this service: `null`.") @Nullable Map<String, Object> meta,
    @Schema(description = "Always `false`.") @Nullable Boolean isArchived,
    @Nullable String primaryLocationId,
    @Schema(description = "By name.") List<RoleSummary> roles,
    @Schema(description = "Not kept by this service: `null`.") @Nullable Instant lastActive,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String credentials,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String bio,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String profileImage,
    @Default("false") @Schema(description = "A preference of other products; always its default.")
        boolean hasGoogleCalendar,
    @Schema(description = "Not kept by this service: `null`.")
        @Nullable String nationalProviderIdentifier,
    @Schema(description = "Not kept by this service: `null`.") @Nullable Integer bookingCapacity,
    @Default("false") @Schema(description = "A preference of other products; always its default.")
        boolean showIds,
    @Default("true") @Schema(description = "A preference of other products; always its default.")
        boolean showWeekendsOnCalendar,
    @Default("false") @Schema(description = "A preference of other products; always its default.")
        boolean showCancelledAppointments,
    @Default("true") @Schema(description = "A preference of other products; always its default.")
        boolean showMessagesBox,
    @Schema(description = "Not kept by this service: `null`.") @Nullable Integer startCalendarHour,
    @Schema(description = "Not kept by this service: `null`.") @Nullable Integer endCalendarHour,
    @Default("false") @Schema(description = "A preference of other products; always its default.")
        boolean sendGcalInvites,
    @Default("15")
        @Schema(description = "In minutes. A preference of other products; always its default.")
        @Nullable Integer calendarGridInterval,
    @Schema(description = "Not kept by this service: `null`.")
        @Nullable Integer appointmentTimeStepMinutes,
    @Default("true") @Schema(description = "A preference of other products; always its default.")
        boolean showTranslucentPastEvents,
    @Default("true") @Schema(description = "A preference of other products; always its default.")
        boolean showGhostEvent,
    @Default("true") @Schema(description = "A preference of other products; always its default.")
        boolean autoSignOffNotes,
    @Schema(description = "Not kept by this service: `null`.") @Nullable String dosespotUserId,
    @Default("false") @Schema(description = "A preference of other products; always its default.")
        boolean showDeletedProviders,
    @Default("false") @Schema(description = "A preference of other products; always its default.")
        boolean ipBlockingExempt,
    @Default("\"MANUAL_ONLY\"")
        @Schema(description = "A preference of other products; always its default.")
        NotificationAutoMarkRead notificationAutoMarkRead,
    @Default("\"NOT_STARTED\"")
        @Schema(description = "A preference of other products; always its default.")
        OnboardingStep onboardingStep,
    @Schema(description = "Not kept by this service: `null`.")
        @Nullable Instant onboardingSkippedAt) {
  /**
   * A provider with what this service keeps of them. What belongs to products beside it is null;
   * preferences of their user interfaces are what they are for somebody who never changed them.
   */
  public static ProviderSummary ofThisHouse(
      String id,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String phoneNumber,
      @Nullable String email,
      @Nullable String externalId,
      Instant createdDate,
      @Nullable String primaryLocationId,
      List<RoleSummary> roles) {
    return new ProviderSummary(
        id,
        firstName,
        lastName,
        phoneNumber,
        email,
        "PROVIDER",
        null,
        externalId,
        null,
        null,
        null,
        null,
        null,
        null,
        createdDate,
        null,
        null,
        false,
        primaryLocationId,
        roles,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        false,
        true,
        false,
        true,
        null,
        null,
        false,
        15,
        null,
        true,
        true,
        true,
        null,
        false,
        false,
        NotificationAutoMarkRead.MANUAL_ONLY,
        OnboardingStep.NOT_STARTED,
        null);
  }

  /** The provider as the list shows them. */
  public FirebaseProviderSummary listed() {
    return new FirebaseProviderSummary(
        id,
        firstName,
        lastName,
        phoneNumber,
        email,
        type,
        locationId,
        externalId,
        address,
        addressLineTwo,
        city,
        state,
        zipCode,
        country,
        createdDate,
        addressValid,
        meta,
        isArchived,
        primaryLocationId,
        roles,
        lastActive,
        credentials,
        bio,
        profileImage,
        hasGoogleCalendar,
        nationalProviderIdentifier,
        bookingCapacity,
        showIds,
        showWeekendsOnCalendar,
        showCancelledAppointments,
        showMessagesBox,
        startCalendarHour,
        endCalendarHour,
        sendGcalInvites,
        calendarGridInterval,
        appointmentTimeStepMinutes,
        showTranslucentPastEvents,
        showGhostEvent,
        autoSignOffNotes,
        dosespotUserId,
        showDeletedProviders,
        ipBlockingExempt,
        notificationAutoMarkRead,
        onboardingStep,
        onboardingSkippedAt,
        null,
        null,
        List.of(),
        List.of());
  }
}
