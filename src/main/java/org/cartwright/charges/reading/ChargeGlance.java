package org.cartwright.charges.reading;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.patients.PatientContact;

/**
 * What there is to say of a charge in a line.
 *
 * @param total in cents, as what is outstanding
 */
public record ChargeGlance(
    String id,
    PatientContact patient,
    ChargeStatus status,
    Currency currency,
    long total,
    long outstanding,
    Instant createdDate) {}
