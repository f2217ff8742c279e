package org.cartwright.charges;

import org.cartwright.charges.api.payments.PaymentMedium;
import org.cartwright.charges.api.payments.PaymentSummary;
import org.cartwright.charges.api.payments.RefundCreate;
import org.cartwright.charges.api.payments.RefundSummary;
import org.cartwright.patients.credit.PatientCredits;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.staff.Providers;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money coming in for charges and going back. Each of these is one transaction that locks the
 * charge first. All amounts are in cents.
 */
@Service
public class Payments {

  private final ChargeBook book;
  private final PatientCredits credits;
  private final Providers providers;
  private final Tenants tenants;

  Payments(ChargeBook book, PatientCredits credits, Providers providers, Tenants tenants) {
    this.book = book;
    this.credits = credits;
    this.providers = providers;
    this.tenants = tenants;
  }

  /**
   * Keeps everybody else from paying a charge or giving it back until the caller's transaction
   * ends.
   *
   * @throws Missing if there is no such charge
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(String chargeId) {
    locked(chargeId);
  }

  /**
   * Takes a payment that was made outside of this service.
   *
   * @throws Missing if there is no such charge
   * @throws ChargeRefusal if it is settled, or owes less
   */
  @Transactional
  public PaymentSummary take(String chargeId, long amount, PaymentMedium medium) {
    var charge = locked(chargeId);
    return answer(charge, book.pay(charge, Ids.next("pay"), medium, amount));
  }

  /**
   * Takes a payment from the patient's credit, as much of it as there is.
   *
   * @param atMost what is to be taken if there is that much
   * @throws Missing if there is no such charge
   * @throws ChargeRefusal if it is settled or owes less, or is in another currency than the
   *     clinic's, or the patient has no credit
   */
  @Transactional
  public PaymentSummary takeCredit(String chargeId, long atMost) {
    var charge = locked(chargeId);
    charge.requireOwes(atMost);
    requireInCreditsCurrency(charge);
    var id = Ids.next("pay");
    var taken = credits.take(charge.patientId(), atMost, id);
    if (taken == 0) {
      throw ChargeRefusal.noCredit();
    }
    return answer(charge, book.pay(charge, id, PaymentMedium.PATIENT_CREDIT, taken));
  }

  /**
   * Gives a payment back, or a part of it. What was paid with credit becomes credit again.
   *
   * @throws Missing if there is no such payment
   * @throws ChargeRefusal if less than that is left of it
   * @throws InvalidRequest if there is no such provider
   */
  @Transactional
  public RefundSummary refund(RefundCreate wanted) {
    var charge = locked(chargeOf(wanted.paymentId()));
    requireProvider(wanted.providerId());
    var refund = book.giveBack(charge, wanted);
    if (charge.payment(wanted.paymentId()).medium() == PaymentMedium.PATIENT_CREDIT) {
      credits.giveBack(wanted.paymentId(), wanted.amount());
    }
    return refund.summary();
  }

  private void requireInCreditsCurrency(Charge charge) {
    var credit = tenants.current().currency();
    if (!charge.currency().equals(credit)) {
      throw ChargeRefusal.creditIsIn(credit, charge.currency());
    }
  }

  private PaymentSummary answer(Charge charge, Payment payment) {
    return payment.summary(charge.patientId());
  }

  private Charge locked(String chargeId) {
    if (!Ids.isPossible(chargeId)) {
      throw Missing.a("Charge");
    }
    return book.lock(chargeId).orElseThrow(() -> Missing.a("Charge"));
  }

  private String chargeOf(String paymentId) {
    if (!Ids.isPossible(paymentId)) {
      throw Missing.a("Payment");
    }
    return book.chargeOfPayment(paymentId).orElseThrow(() -> Missing.a("Payment"));
  }

  private void requireProvider(String providerId) {
    if (!providers.exists(providerId)) {
      throw new InvalidRequest(Violation.inBody("there is no such provider", "providerId"));
    }
  }
}
