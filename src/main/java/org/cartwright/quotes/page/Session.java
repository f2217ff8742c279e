package org.cartwright.quotes.page;

import java.time.Instant;
import org.cartwright.quotes.Visit;

/**
 * That somebody has proved at a link to be the patient, or did not need to. Good for that link and
 * its quote only, and as long as the link leads there.
 *
 * @param door a fingerprint of the link's address
 * @param nonce drawn for this session: what is sealed for it fits no other
 * @param passed what was proved
 */
record Session(
    String door,
    String linkId,
    String quoteId,
    Visit.Challenge passed,
    Instant until,
    String nonce) {

  /** Whether it lets this visitor in. */
  boolean isFor(Visit visit) {
    return linkId.equals(visit.linkId())
        && quoteId.equals(visit.quoteId())
        && passed == visit.challenge();
  }
}
