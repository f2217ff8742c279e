package org.cartwright.charges;

import java.util.LinkedHashMap;
import org.cartwright.charges.api.ChargeDetail;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.charges.api.payments.PaymentMedium;
import org.cartwright.charges.bill.Bill;
import org.cartwright.charges.reading.ChargeQueries;
import org.cartwright.patients.credit.PatientCredits;
import org.cartwright.platform.errors.Missing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The charges of the clinic that is asking, for those who hand over bills. */
@Service
public class Charges {

  private final ChargeBook book;
  private final ChargeQueries queries;
  private final PatientCredits credits;

  Charges(ChargeBook book, ChargeQueries queries, PatientCredits credits) {
    this.book = book;
    this.queries = queries;
    this.credits = credits;
  }

  /**
   * Opens a charge for a bill, within the caller's transaction, which has locked what the bill was
   * made of. A charge of 0 is paid at once.
   *
   * @throws ChargeRefusal if there is a charge for the same source already, or one with the same
   *     external id; nothing may be committed then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ChargeDetail open(Bill bill) {
    var opened = book.open(bill);
    return queries.opened(
        opened.charge().id(), opened.items().stream().map(StoredChargeItem::served).toList());
  }

  /**
   * Takes a charge back, within the caller's transaction: locks it, gives back whatever is left of
   * its payments to where it came from, and lets nothing be owed on it any more. Done once: for a
   * charge that was taken back already, or refunded wholly, there is nothing left to do.
   *
   * @param reason why, at most 10,000 characters; the charge's timeline tells it
   * @return how the charge stands then: {@link ChargeStatus#REFUNDED} if it had been settled by
   *     what was paid, else {@link ChargeStatus#VOID}
   * @throws Missing if there is no such charge
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ChargeStatus takeBack(String chargeId, String reason) {
    var charge = book.lock(chargeId).orElseThrow(() -> Missing.a("Charge"));
    var credit = new LinkedHashMap<String, Long>();
    for (var refund : book.takeBack(charge, reason)) {
      if (charge.payment(refund.paymentId()).medium() == PaymentMedium.PATIENT_CREDIT) {
        credit.put(refund.paymentId(), refund.amount());
      }
    }
    credits.giveBack(credit);
    return charge.status();
  }
}
