package org.cartwright.patients.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A credit as it was granted, and what is said about it later. */
class GrantedCreditTests {

  private static final Instant MADE = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant LATER = MADE.plusSeconds(60);
  private static final Instant END = MADE.plusSeconds(3600);

  private static PatientCredit granted() {
    return new PatientCredit(
        "credit",
        "patient",
        new PatientCreditCreate(
            null, 5000, null, "Goodwill", null, "member", "provider", "external"),
        END,
        MADE);
  }

  @Test
  void itSaysWhatWasWantedAndWasNeverChanged() {
    assertThat(granted().expiryDate()).isEqualTo(END);
    assertThat(granted())
        .extracting(
            "id",
            "patientId",
            "externalId",
            "comment",
            "memberId",
            "creatorId",
            "createdDate",
            "updatedDate",
            "archivedDate")
        .containsExactly(
            "credit", "patient", "external", "Goodwill", "member", "provider", MADE, null, null);
  }

  @Test
  void eachChangeSaysWhen() {
    var commented = granted();
    commented.comment(null, LATER);
    assertThat(commented).extracting("comment", "updatedDate").containsExactly(null, LATER);

    var endless = granted();
    endless.expire(null, LATER);
    assertThat(endless).extracting("expiryDate", "updatedDate").containsExactly(null, LATER);
  }

  @Test
  void toBeArchivedIsNoChangeOfIt() {
    var credit = granted();
    credit.archive(LATER);

    assertThat(credit).extracting("archivedDate", "updatedDate").containsExactly(LATER, null);
  }
}
