/**
 * Patients' credit: a ledger that is only added to, the service that grants, takes and gives back,
 * and its operations over HTTP. Looks at no other room of patients.
 */
@NullMarked
@NamedInterface("credit")
package org.cartwright.patients.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
