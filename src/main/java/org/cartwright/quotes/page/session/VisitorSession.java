package org.cartwright.quotes.page.session;

import java.time.Instant;
import org.cartwright.quotes.delivery.LinkVisit;

/**
 * That somebody has proved at a link to be the patient, or did not need to. Good for that link and
 * its quote only, and as long as the link leads there.
 *
 * @param link a fingerprint of the link's address
 * @param nonce drawn for this session: what is sealed for it fits no other
 * @param passed what was proved
 */
public record VisitorSession(
    String link,
    String linkId,
    String quoteId,
    LinkVisit.Challenge passed,
    Instant until,
    String nonce) {

  /** Whether it lets this visitor in. */
  boolean isFor(LinkVisit visit) {
    return linkId.equals(visit.linkId())
        && quoteId.equals(visit.quoteId())
        && passed == visit.challenge();
  }
}
