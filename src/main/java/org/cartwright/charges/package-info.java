/**
 * Charges: what patients owe, the payments and refunds that settle it, and receipts.
 *
 * <p>A charge is opened from a {@link org.cartwright.charges.bill.Bill} that another module hands
 * over, with figures that are copied and never computed again; nothing becomes two charges. It is
 * {@code OUTSTANDING} until what was paid less what was given back reaches its total, then {@code
 * PAID}, and {@code REFUNDED} once everything paid was given back. All of that follows from the
 * rows of its payments and refunds and is stored nowhere else. One that is taken back before it was
 * settled is {@code VOID}: only that is written on it.
 *
 * <p>Every write locks the charge first; patient credit is locked after it. What happens is
 * announced once, inside the transaction and with who did it, by {@link
 * org.cartwright.charges.ChargeOpened}, {@link org.cartwright.charges.PaymentSucceeded}, {@link
 * org.cartwright.charges.RefundMade} and {@link org.cartwright.charges.ChargeVoided}. Owns the
 * tables {@code charge}, {@code charge_item}, {@code payment} and {@code refund}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Charges",
    allowedDependencies = {
      "platform",
      "tenancy",
      "tenancy :: health",
      "pricing :: amounts",
      "pricing :: taxes",
      "patients",
      "patients :: api",
      "patients :: credit",
      "staff",
      "staff :: api",
      "catalog",
      "documents",
      "messages"
    })
package org.cartwright.charges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
