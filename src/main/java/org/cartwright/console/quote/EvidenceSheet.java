package org.cartwright.console.quote;

import java.time.Instant;
import org.cartwright.quotes.evidence.Acceptance;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that a quote was accepted, as it is told at the desk.
 *
 * @param how somebody showed to be the patient, as its text is called
 * @param by who of the staff took the answer down; empty if nobody did
 * @param networkAddress where the answer came from
 * @param browser what it came with
 * @param language in which the page was
 * @param isVerified whether the quote still says what was accepted, checked just now
 * @param seal the hash of what was accepted
 * @param erased when the patient was erased, if they were
 */
record EvidenceSheet(
    String how,
    String by,
    Instant date,
    @Nullable String networkAddress,
    @Nullable String browser,
    @Nullable String language,
    boolean isVerified,
    String seal,
    @Nullable Instant erased) {

  static EvidenceSheet of(Acceptance kept, String by) {
    return new EvidenceSheet(
        "evidence.how." + kept.verification(),
        by,
        kept.acceptedDate(),
        kept.networkAddress(),
        kept.userAgent(),
        kept.language(),
        kept.verified(),
        kept.sha256(),
        kept.redactedDate());
  }
}
