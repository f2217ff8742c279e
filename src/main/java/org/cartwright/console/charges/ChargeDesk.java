package org.cartwright.console.charges;

import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.charges.Payments;
import org.cartwright.charges.api.ChargeDetailWithItems;
import org.cartwright.charges.api.payments.PaymentMedium;
import org.cartwright.charges.api.payments.PaymentSummary;
import org.cartwright.charges.api.payments.RefundCreate;
import org.cartwright.charges.api.payments.RefundReason;
import org.cartwright.charges.api.payments.RefundSummary;
import org.cartwright.charges.reading.ChargeQueries;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.platform.errors.Missing;
import org.cartwright.staff.DeskRole;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes payments and gives them back, of charges as they were seen. Each of these is one
 * transaction that locks the charge first: all parts of a payment are taken, or none.
 */
@Service
class ChargeDesk {

  static final String AMOUNT = "amount";

  private final Payments payments;
  private final ChargeQueries charges;
  private final Tenants tenants;
  private final Validator validator;

  ChargeDesk(Payments payments, ChargeQueries charges, Tenants tenants, Validator validator) {
    this.payments = payments;
    this.charges = charges;
    this.tenants = tenants;
    this.validator = validator;
  }

  /**
   * What was taken.
   *
   * @param lastPayment by its id
   * @param change what goes back of the cash that was handed over, in cents
   */
  record Taken(String lastPayment, long change) {}

  /**
   * Takes a payment as it was typed.
   *
   * @throws NotTaken if that is none, or more than is owed
   * @throws Stale if the charge is not as it was seen
   */
  @Transactional
  public Taken take(String chargeId, Typed typed) {
    var charge = asSeen(chargeId, typed);
    var till = till(charge, typed);
    if (!till.reasons().isEmpty()) {
      throw typed.problem(till.reasons());
    }
    var last = "";
    for (var part : till.parts()) {
      last = taken(chargeId, part, typed).id();
    }
    return new Taken(last, till.change());
  }

  private PaymentSummary taken(String chargeId, Till.Part part, Typed typed) {
    if (part.medium() != PaymentMedium.PATIENT_CREDIT) {
      return payments.take(chargeId, part.amount(), part.medium());
    }
    var taken = payments.takeCredit(chargeId, part.amount());
    if (taken.amount() < part.amount()) {
      throw typed.problem(Map.of(Till.CREDIT, "till.problem.credit"));
    }
    return taken;
  }

  /** A payment of a charge as it was typed; nothing is done. */
  Till till(ChargeDetailWithItems charge, Typed typed) {
    var currency = charges.currency(charge.id());
    return Till.of(
        typed,
        new TypedFigures(tenants.current().locale(), currency),
        charge.totalOutstanding(),
        ChargeSheet.credit(charge, currency, tenants.current()));
  }

  /**
   * Gives a payment back, or a part of it.
   *
   * @param provider who does so, in what role
   * @throws NotTaken if the role may not, or what was typed is no refund
   * @throws Stale if the charge is not as it was seen
   */
  @Transactional
  public RefundSummary refund(
      String chargeId, String paymentId, String provider, DeskRole role, Typed typed) {
    if (!role.mayRefund()) {
      throw typed.forbidden(Map.of("refund", "refund.problem.role"));
    }
    var charge = asSeen(chargeId, typed);
    var payment =
        charge.payments().stream()
            .filter(it -> it.paymentId().equals(paymentId))
            .findFirst()
            .orElseThrow(() -> Missing.a("Payment"))
            .payment();
    var wanted = wanted(charge.id(), paymentId, provider, typed);
    var reasons = new HashMap<String, String>();
    for (var violation : validator.validate(wanted)) {
      var field = violation.getPropertyPath().toString();
      reasons.put(field, "refund.problem." + field);
    }
    if (wanted.amount() > payment.amount() - payment.refunded()) {
      reasons.put(AMOUNT, "refund.problem.more");
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    return payments.refund(wanted);
  }

  private RefundCreate wanted(String chargeId, String paymentId, String provider, Typed typed) {
    var figures = new TypedFigures(tenants.current().locale(), charges.currency(chargeId));
    return new RefundCreate(
        paymentId,
        provider,
        figures.money(typed.field(AMOUNT, "")).orElse(0L),
        reason(typed.field("reason", "")),
        typed.orNone("description"),
        null,
        false);
  }

  private static RefundReason reason(String word) {
    for (var reason : RefundReason.values()) {
      if (reason.name().equals(word)) {
        return reason;
      }
    }
    return RefundReason.OTHER;
  }

  private ChargeDetailWithItems asSeen(String chargeId, Typed typed) {
    payments.hold(chargeId);
    var seen = ChargeSight.of(charges.timelineOfCharge(chargeId));
    if (!seen.equals(typed.seen())) {
      throw new Stale();
    }
    return charges.get(chargeId);
  }
}
