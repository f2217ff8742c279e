package org.cartwright.charges.reading;

import org.cartwright.charges.api.ChargeStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which charges are looked for.
 *
 * @param search part of the patient's name or phone number in any spelling, their e-mail address or
 *     date of birth; or the id of the charge, here or elsewhere
 * @param status as which they stand now
 */
public record ChargeCriteria(@Nullable String search, @Nullable ChargeStatus status) {

  public static final int LONGEST_SEARCH = 200;
}
