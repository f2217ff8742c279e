package org.cartwright.patients;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cartwright.patients.api.PatientCreate;
import org.cartwright.patients.api.PatientLanguage;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.patients.api.PatientUpdate;
import org.cartwright.patients.api.PatientsToArchive;
import org.cartwright.patients.credit.PatientCredits;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.privacy.ErasedPerson;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The patients of the clinic that is asking, to be changed; read they are by {@link
 * PatientQueries}.
 */
@Service
public class Patients {

  private final PatientRepository patients;
  private final PatientBook book;
  private final PatientReader reader;
  private final PatientCredits credits;
  private final Tenants tenants;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Patients(
      PatientRepository patients,
      PatientBook book,
      PatientReader reader,
      PatientCredits credits,
      Tenants tenants,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.patients = patients;
    this.book = book;
    this.reader = reader;
    this.credits = credits;
    this.tenants = tenants;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * The patient, if something new may be billed to it: there is one, and it is not archived. It is
   * not erased until the caller's transaction ends.
   */
  @Transactional
  public Optional<BillingPatient> forBilling(String id) {
    return Ids.isPossible(id) ? reader.forBilling(id) : Optional.empty();
  }

  /**
   * Locks a patient who is to be erased, within the caller's transaction, which has locked before
   * what belongs to them: whoever is writing about them is waited for, and nobody begins to.
   *
   * @throws Missing if there is no such patient
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lockForErasure(String id) {
    if (!reader.lockForErasure(id)) {
      throw Missing.a("Patient");
    }
  }

  /** Has it told that a patient, who is locked, was erased. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void erased(String id) {
    book.erased(id);
  }

  /** How to reach a patient, even an archived one. */
  @Transactional(readOnly = true)
  public Optional<PatientContact> contact(String id) {
    return Ids.isPossible(id) ? patients.contact(id) : Optional.empty();
  }

  /**
   * The same of a patient who is about to be written to, and so is not erased until the caller's
   * transaction ends.
   *
   * @throws ErasedPerson if they were erased
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<PatientContact> contactToWriteTo(String id) {
    return Ids.isPossible(id) && reader.keep(id) ? patients.contact(id) : Optional.empty();
  }

  /**
   * Enters a patient, with a first credit if the client says so.
   *
   * @throws Conflict if the id or the external id is taken
   */
  public PatientSummary enter(PatientCreate wanted) {
    return enter(wanted, PatientLanguage.UNKNOWN);
  }

  /** The same, of whom is known in which language to write to them. */
  public PatientSummary enter(PatientCreate wanted, PatientLanguage language) {
    return unlessTaken(wanted.externalId(), () -> entered(wanted, language));
  }

  private PatientSummary entered(PatientCreate wanted, PatientLanguage language) {
    requireBornAlready(wanted.dateOfBirth());
    var id = wanted.id() == null ? Ids.next("pat") : wanted.id();
    book.enter(id, wanted, language);
    if (wanted.creditBalance() != null && wanted.creditBalance() > 0) {
      credits.grantInitially(id, wanted.creditBalance());
    }
    return reader.summary(id);
  }

  /**
   * Changes what the client named.
   *
   * @throws Conflict if the new external id is taken
   * @throws InvalidRequest if the patient would be born in the future, or the credit balance sent
   *     is not the present one
   */
  public PatientSummary change(String id, PatientUpdate wanted) {
    requirePossible(id);
    return unlessTaken(
        wanted.externalId(),
        () -> {
          var patient = locked(id);
          requirePossible(patient, wanted);
          book.change(patient, wanted);
          return reader.summary(id);
        });
  }

  /**
   * The same, and in which language they are written to, once whoever asks has compared the
   * patient, who is locked, with what they saw.
   *
   * @param comparing throws if nothing is to be changed
   */
  public PatientSummary change(
      String id,
      PatientUpdate wanted,
      PatientLanguage language,
      Consumer<PatientSummary> comparing) {
    requirePossible(id);
    return unlessTaken(
        wanted.externalId(),
        () -> {
          var patient = locked(id);
          comparing.accept(reader.summary(id));
          requirePossible(patient, wanted);
          book.change(patient, wanted, language);
          return reader.summary(id);
        });
  }

  private Patient locked(String id) {
    return book.lock(id).orElseThrow(() -> Missing.a("Patient"));
  }

  private void requirePossible(Patient patient, PatientUpdate wanted) {
    requireBornAlready(wanted.dateOfBirth());
    requirePresentBalance(patient.id(), wanted.creditBalance());
  }

  /**
   * In which language a patient is written to, archived or not.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true)
  public PatientLanguage language(String id) {
    return contact(id)
        .map(patient -> new PatientLanguage(patient.language()))
        .orElseThrow(() -> Missing.a("Patient"));
  }

  /**
   * Says in which language a patient is written to from now on.
   *
   * @throws Missing if there is none with this id
   */
  @Transactional
  public PatientLanguage speak(String id, PatientLanguage language) {
    requirePossible(id);
    book.speak(locked(id), language);
    return language;
  }

  /**
   * Archives all these patients, or takes them out of the archive.
   *
   * @throws InvalidRequest if one of them does not exist; then nothing happens to the others either
   */
  @Transactional
  public void archive(PatientsToArchive wanted) {
    var ids = wanted.patientIds();
    var found = book.lockAll(new HashSet<>(ids));
    var known = found.stream().map(Patient::id).collect(Collectors.toSet());
    var unknown = new ArrayList<Violation>();
    for (int i = 0; i < ids.size(); i++) {
      if (!known.contains(ids.get(i))) {
        unknown.add(Violation.inBody("there is no such patient", "patientIds", i));
      }
    }
    InvalidRequest.throwIfAny(unknown);
    if (wanted.isArchived()) {
      book.archive(found);
    } else {
      book.restore(found);
    }
  }

  private static void requirePossible(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Patient");
    }
  }

  private void requireBornAlready(@Nullable LocalDate dateOfBirth) {
    if (dateOfBirth != null
        && dateOfBirth.isAfter(
            LocalDate.ofInstant(clock.instant(), tenants.current().timeZone()))) {
      throw new InvalidRequest(
          Violation.inBody("the date of birth is in the future", "dateOfBirth"));
    }
  }

  /** A balance follows from grants and payments, so nobody sets it; it may be sent back as read. */
  private void requirePresentBalance(String id, @Nullable Long creditBalance) {
    if (creditBalance != null && creditBalance != credits.available(id)) {
      throw new InvalidRequest(
          Violation.inBody(
              "this is not the present balance; it is changed by the operations under /user/patient/{patient_id}/credit, so leave it out",
              "creditBalance"));
    }
  }

  /**
   * Does something in a transaction of its own. Whether an external id is free only its unique
   * index can say, and whose it is can be asked once that transaction is over.
   */
  private PatientSummary unlessTaken(
      @Nullable String externalId, Supplier<PatientSummary> something) {
    try {
      return Objects.requireNonNull(transaction.execute(status -> something.get()));
    } catch (PatientExternalIdTaken taken) {
      throw new PatientExternalIdTaken(
          transaction.execute(
              status -> patients.idByExternalId(String.valueOf(externalId)).orElse(null)));
    }
  }
}
