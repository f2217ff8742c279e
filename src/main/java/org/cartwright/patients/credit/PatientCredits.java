package org.cartwright.patients.credit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.Deadlines;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money of patients that the clinic holds: granted by staff, taken by payments, given back by
 * refunds. All amounts are in cents.
 *
 * <p>Every write locks the patient first, which stands for all the patient's credit: one lock,
 * however many credits there are. Whoever holds other locks takes this one last, after the
 * charge's. Whether a credit has expired is decided as of the beginning of the transaction.
 */
@Service
public class PatientCredits {

  /** The largest amount that every reader of JSON keeps intact: 2<sup>53</sup> − 1. */
  public static final long LARGEST_AMOUNT = 9_007_199_254_740_991L;

  private static final Violation EXPIRED =
      Violation.inBody("the credit would be expired already", "expiryDate");

  private final PatientCreditRepository credits;
  private final PatientCreditReader reader;
  private final CreditLedger ledger;
  private final Deadlines deadlines;
  private final EntityManager entities;
  private final ApplicationEventPublisher announcements;
  private final Clock clock;

  PatientCredits(
      PatientCreditRepository credits,
      PatientCreditReader reader,
      CreditLedger ledger,
      Deadlines deadlines,
      EntityManager entities,
      ApplicationEventPublisher announcements,
      Clock clock) {
    this.credits = credits;
    this.reader = reader;
    this.ledger = ledger;
    this.deadlines = deadlines;
    this.entities = entities;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** What a patient can pay with now; 0 if there is no such patient. */
  @Transactional(readOnly = true)
  public long available(String patientId) {
    return Ids.isPossible(patientId) ? ledger.usable(patientId) : 0;
  }

  /**
   * Takes from a patient's credit for a payment, within the caller's transaction: first from what
   * expires first, last from what never expires, among equals from the older. Others who take from
   * the same patient wait until that transaction ends. An archived patient's credit can still be
   * used.
   *
   * @param atMostCents how much the payment is to take; less is taken if there is less
   * @return how much was taken, 0 if there is nothing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long take(String patientId, long atMostCents, String paymentId) {
    requireNotNegative(atMostCents);
    if (atMostCents == 0 || !Ids.isPossible(patientId) || ledger.lock(patientId).isEmpty()) {
      return 0;
    }
    Trail.changed("patient", patientId, "credit");
    var taken = ledger.take(patientId, atMostCents, paymentId, clock.instant());
    announceIf(taken > 0, patientId);
    return taken;
  }

  /**
   * Gives back to the credits what a payment took from them, within the caller's transaction: first
   * to the credit it took from last. A credit that expired meanwhile gets its share, too, and stays
   * expired.
   *
   * @throws Conflict if that is more than the payment took and has not given back yet; nothing may
   *     be committed then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveBack(String paymentId, long cents) {
    giveBack(Map.of(paymentId, cents));
  }

  /** The same for several payments at once, by payment. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveBack(Map<String, Long> centsByPayment) {
    var changed = new LinkedHashSet<String>();
    centsByPayment.forEach(
        (paymentId, cents) -> {
          requireNotNegative(cents);
          if (cents > 0) {
            restored(paymentId, cents).ifPresent(changed::add);
          }
        });
    changed.forEach(patientId -> announcements.publishEvent(new BalanceChanged(patientId)));
  }

  /** The patient whose balance was changed by that, if it was. */
  private Optional<String> restored(String paymentId, long cents) {
    var payer = ledger.payer(paymentId).orElseThrow(CreditRefusal::moreThanWasTaken);
    lock(payer);
    Trail.changed("patient", payer, "credit");
    var restored = ledger.restore(paymentId, cents, clock.instant());
    if (restored.cents() != cents) {
      throw CreditRefusal.moreThanWasTaken();
    }
    return Optional.of(payer).filter(patient -> restored.usable() > 0);
  }

  private void announceIf(boolean isChanged, String patientId) {
    if (isChanged) {
      announcements.publishEvent(new BalanceChanged(patientId));
    }
  }

  /**
   * Holds a patient's credit within the caller's transaction: nobody else changes it meanwhile, and
   * what is read from then on is as it stays.
   *
   * @throws Missing if there is no such patient
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(String patientId) {
    lock(patientId);
  }

  /** The credit of a patient who is just being entered, which is all the news there is. */
  public void grantInitially(String patientId, long amount) {
    granted(patientId, PatientCreditCreate.of(amount));
  }

  /**
   * Grants a credit.
   *
   * @throws Conflict if the patient is archived, the external id is taken, or the patient's credit
   *     grows beyond what can be told exactly
   * @throws InvalidRequest if the body names another patient, or the credit would be expired
   */
  @Transactional
  public PatientCreditSummary grant(String patientId, PatientCreditCreate wanted) {
    var credit = granted(patientId, wanted);
    announceIf(wanted.remaining() > 0, patientId);
    return credit;
  }

  private PatientCreditSummary granted(String patientId, PatientCreditCreate wanted) {
    var isArchived = lock(patientId);
    var now = clock.instant();
    var found = new ArrayList<Violation>();
    if (wanted.patientId() != null && !wanted.patientId().equals(patientId)) {
      found.add(Violation.inBody("this is not the patient of the path", "patientId"));
    }
    var expiryDate = deadlines.ahead(wanted.expiryDate(), null, now, EXPIRED, found);
    InvalidRequest.throwIfAny(found);
    if (isArchived) {
      throw CreditRefusal.patientIsArchived();
    }
    requireTellable(patientId, wanted.amount());
    var id = Ids.next("crd");
    persist(new PatientCredit(id, patientId, wanted, expiryDate, now));
    ledger.grant(id, wanted.amount(), wanted.remaining(), now);
    return reader.summary(id);
  }

  /**
   * Changes what the client named.
   *
   * @throws Conflict if the amount is below what was used, or the patient's credit grows beyond
   *     what can be told exactly
   * @throws InvalidRequest if more would remain than the amount, or the new expiry has passed
   */
  @Transactional
  PatientCreditSummary change(String patientId, String id, PatientCreditUpdate wanted) {
    lock(patientId);
    var credit = find(patientId, id);
    var now = clock.instant();
    var wasUsable = credit.isUsable(now);
    if (wanted.given().has("comment")) {
      credit.comment(wanted.comment(), now);
    }
    if (wanted.given().has("expiryDate")) {
      var found = new ArrayList<Violation>();
      var expiryDate =
          deadlines.ahead(wanted.expiryDate(), credit.expiryDate(), now, EXPIRED, found);
      InvalidRequest.throwIfAny(found);
      credit.expire(expiryDate, now);
    }
    var more = 0L;
    if (wanted.amount() != null || wanted.amountRemaining() != null) {
      var present = ledger.balance(id);
      var corrected = present.corrected(wanted.amount(), wanted.amountRemaining());
      if (!corrected.equals(present)) {
        requireTellable(patientId, corrected.amount() - present.amount());
        ledger.adjust(id, corrected, now);
        more = corrected.remaining() - present.remaining();
      }
    }
    entities.flush();
    var changed = reader.summary(id);
    var before = wasUsable ? changed.amountRemaining() - more : 0;
    var after = credit.isUsable(now) ? changed.amountRemaining() : 0;
    announceIf(before != after, patientId);
    return changed;
  }

  /**
   * Deletes a credit of which nothing was ever used; its history is kept.
   *
   * @throws Conflict if something was used, even if it was given back
   */
  @Transactional
  void delete(String patientId, String id) {
    lock(patientId);
    var credit = find(patientId, id);
    var present = ledger.balance(id);
    present.requireUnused();
    var now = clock.instant();
    ledger.withdraw(id, present, now);
    credit.archive(now);
    announceIf(credit.isUsable(now) && present.remaining() > 0, patientId);
  }

  /**
   * A credit as it is served, held with all that the patient has until the transaction ends.
   *
   * @throws Missing if there is none
   */
  @Transactional
  PatientCreditSummary held(String id) {
    requirePossible(id, "Patient credit");
    lock(reader.summary(id).patientId());
    return reader.summary(id);
  }

  /**
   * One of a patient's credits.
   *
   * @throws Missing if there is no such patient, or the patient has no such credit
   */
  @Transactional(readOnly = true)
  PatientCreditSummary credit(String patientId, String id) {
    requirePossible(patientId, "Patient");
    requirePossible(id, "Patient credit");
    return reader.credit(patientId, id);
  }

  /** A page of a patient's credits, the newest first. */
  @Transactional(readOnly = true)
  public Page<PatientCreditSummary> page(
      String patientId, boolean expiredToo, boolean usedToo, Paging paging) {
    requirePossible(patientId, "Patient");
    return reader.page(patientId, expiredToo, usedToo, paging);
  }

  /** The credits a patient can pay with now, in the order of use. */
  @Transactional(readOnly = true)
  AvailableCreditResponse usable(String patientId) {
    requirePossible(patientId, "Patient");
    return reader.available(patientId);
  }

  private boolean lock(String patientId) {
    requirePossible(patientId, "Patient");
    return ledger.lock(patientId).orElseThrow(() -> Missing.a("Patient"));
  }

  private PatientCredit find(String patientId, String id) {
    requirePossible(id, "Patient credit");
    return credits.of(patientId, id).orElseThrow(() -> Missing.a("Patient credit"));
  }

  private void requireTellable(String patientId, long more) {
    if (more > LARGEST_AMOUNT - ledger.granted(patientId)) {
      throw CreditRefusal.tooMuchInAll();
    }
  }

  private void persist(PatientCredit credit) {
    try {
      entities.persist(credit);
      entities.flush();
    } catch (PersistenceException refused) {
      throw BrokenConstraint.nameIn(refused)
              .filter("patient_credit_external_id"::equals)
              .isPresent()
          ? CreditRefusal.externalIdTaken()
          : refused;
    }
  }

  private static void requireNotNegative(long cents) {
    if (cents < 0) {
      throw new IllegalArgumentException("Credit is moved by amounts, not by their opposites");
    }
  }

  private static void requirePossible(String id, String kind) {
    if (!Ids.isPossible(id)) {
      throw Missing.a(kind);
    }
  }
}
