/**
 * Audit: who saw or did what, when.
 *
 * <p>It is told and never asks: it sees what entities a transaction changes, what documents an
 * answer holds and what was refused, and nobody knows it. What it cannot see is told at {@link
 * org.cartwright.platform.trail.Trail}. Each row is written before anybody learns of what it is
 * about: with the change, in its transaction, or before the answer leaves.
 *
 * <p>A row names things, operations and fields. It holds no value of any of them, so nothing about
 * a patient but that something of theirs was touched.
 *
 * <p>Owns the tables {@code audit_entry} and {@code audit_seal_strip}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Audit",
    allowedDependencies = {"platform", "tenancy", "tenancy :: health"})
package org.cartwright.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
