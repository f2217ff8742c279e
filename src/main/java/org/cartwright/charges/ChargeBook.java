package org.cartwright.charges;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cartwright.charges.api.payments.PaymentMedium;
import org.cartwright.charges.api.payments.RefundCreate;
import org.cartwright.charges.bill.Bill;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.platform.privacy.ErasedPerson;
import org.cartwright.tenancy.Caller;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Where charges, payments and refunds are written down, which is also where each is announced.
 * Nothing in it is ever changed, but a charge can be voided.
 */
@Component
class ChargeBook {

  private final ChargeRepository charges;
  private final PaymentRepository payments;
  private final RefundRepository refunds;
  private final EntityManager entities;
  private final ApplicationEventPublisher announcements;
  private final Clock clock;

  ChargeBook(
      ChargeRepository charges,
      PaymentRepository payments,
      RefundRepository refunds,
      EntityManager entities,
      ApplicationEventPublisher announcements,
      Clock clock) {
    this.charges = charges;
    this.payments = payments;
    this.refunds = refunds;
    this.entities = entities;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** A charge that was just opened, with what is on it. */
  record Opened(Charge charge, List<StoredChargeItem> items) {}

  /**
   * Opens a charge with its items, which are written in one batch.
   *
   * @throws ChargeRefusal if there is one for this source, or with this external id
   */
  Opened open(Bill bill) {
    var now = clock.instant();
    var charge = new Charge(Ids.next("chg"), bill, now);
    var items = charge.items(bill);
    try {
      entities.persist(charge);
      items.forEach(entities::persist);
      entities.flush();
    } catch (PersistenceException refused) {
      throw switch (BrokenConstraint.nameIn(refused).orElse("")) {
        case "charge_source" -> ChargeRefusal.chargedAlready();
        case "charge_external_id" -> ChargeRefusal.externalIdTaken();
        default -> refused;
      };
    }
    announcements.publishEvent(
        new ChargeOpened(
            charge.id(),
            bill.patientId(),
            bill.source(),
            bill.currency(),
            bill.total().value(),
            Caller.current(),
            now));
    return new Opened(charge, items);
  }

  /**
   * Locks a charge until the transaction ends, and reads what was paid for it and given back: by
   * other statements than the lock's, so that they see what others wrote while that waited.
   *
   * @throws ErasedPerson if its patient was erased
   */
  Optional<Charge> lock(String chargeId) {
    return charges.lock(chargeId).map(this::readLedgerInto);
  }

  private Charge readLedgerInto(Charge charge) {
    ErasedPerson.refuse(charge.erasedDate());
    var paid = payments.findByChargeId(charge.id());
    charge.takeIn(paid, paid.isEmpty() ? List.of() : refunds.findByChargeId(charge.id()));
    return charge;
  }

  /** The charge that a payment was made for. */
  Optional<String> chargeOfPayment(String paymentId) {
    return payments.chargeOf(paymentId);
  }

  /**
   * Writes down that something was paid.
   *
   * @throws ChargeRefusal if the charge is settled, or owes less
   */
  Payment pay(Charge charge, String paymentId, PaymentMedium medium, long amount) {
    var now = clock.instant();
    var payment = charge.pay(paymentId, medium, amount, now);
    entities.persist(payment);
    entities.flush();
    announcements.publishEvent(
        new PaymentSucceeded(
            paymentId,
            charge.id(),
            charge.patientId(),
            medium.name(),
            charge.currency(),
            amount,
            Caller.current(),
            now));
    return payment;
  }

  /**
   * Writes down that something was given back.
   *
   * @throws ChargeRefusal if less than that is left of the payment
   */
  Refund giveBack(Charge charge, RefundCreate wanted) {
    var now = clock.instant();
    var refund = charge.giveBack(Ids.next("ref"), wanted, now);
    entities.persist(refund);
    entities.flush();
    announce(charge, refund, now);
    return refund;
  }

  /**
   * Writes down that a charge was taken back: what is left of each payment was given back, and
   * nothing is owed. Nothing is written of one that was taken back or wholly refunded before.
   *
   * @return what was given back by that
   */
  List<Refund> takeBack(Charge charge, String reason) {
    var now = clock.instant();
    var refunds = charge.giveAllBack(reason, now);
    refunds.forEach(entities::persist);
    var isVoidNow = charge.becomeVoid(reason, now);
    entities.flush();
    refunds.forEach(refund -> announce(charge, refund, now));
    if (isVoidNow) {
      announcements.publishEvent(
          new ChargeVoided(
              charge.id(),
              charge.patientId(),
              charge.source(),
              charge.currency(),
              charge.total(),
              Caller.current(),
              now));
    }
    return refunds;
  }

  private void announce(Charge charge, Refund refund, Instant now) {
    announcements.publishEvent(
        new RefundMade(
            refund.id(),
            refund.paymentId(),
            charge.id(),
            charge.patientId(),
            charge.currency(),
            refund.amount(),
            Caller.current(),
            now));
  }
}
