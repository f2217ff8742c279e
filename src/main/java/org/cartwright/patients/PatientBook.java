package org.cartwright.patients;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cartwright.patients.api.PatientCreate;
import org.cartwright.patients.api.PatientLanguage;
import org.cartwright.patients.api.PatientUpdate;
import org.cartwright.patients.credit.BalanceChanged;
import org.cartwright.patients.tags.TagsChanged;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.privacy.ErasedPerson;
import org.cartwright.tenancy.Caller;
import org.hibernate.Session;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where patients are read to be changed and written down, which is also where each change is
 * announced; what is written already is no news.
 */
@Component
class PatientBook {

  private final PatientRepository patients;
  private final EntityManager entities;
  private final ApplicationEventPublisher announcements;
  private final Clock clock;

  PatientBook(
      PatientRepository patients,
      EntityManager entities,
      ApplicationEventPublisher announcements,
      Clock clock) {
    this.patients = patients;
    this.entities = entities;
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * Enters a new patient.
   *
   * @throws Conflict if the id or the external id is taken
   */
  void enter(String id, PatientCreate wanted, PatientLanguage language) {
    try {
      entities.persist(new Patient(id, wanted, language.language(), clock.instant()));
      entities.flush();
    } catch (PersistenceException refused) {
      throw taken(refused);
    }
    announce(PatientEvent.Type.CREATED, id);
  }

  /**
   * The patient, locked until the transaction ends.
   *
   * @throws ErasedPerson if they were erased
   */
  Optional<Patient> lock(String id) {
    var patient = patients.lock(id);
    patient.map(Patient::erasedDate).ifPresent(ErasedPerson::refuse);
    return patient;
  }

  /**
   * Those of these patients that exist, locked until the transaction ends.
   *
   * @throws ErasedPerson if one of them was erased
   */
  List<Patient> lockAll(Collection<String> ids) {
    var found = ids.isEmpty() ? List.<Patient>of() : patients.lockAll(ids);
    found.forEach(patient -> ErasedPerson.refuse(patient.erasedDate()));
    return found;
  }

  /**
   * Changes a locked patient.
   *
   * @throws Conflict if the new external id is taken
   */
  void change(Patient patient, PatientUpdate wanted) {
    patient.change(wanted);
    written(patient);
  }

  /** Says in which language a locked patient is written to. */
  void speak(Patient patient, PatientLanguage language) {
    patient.speak(language.language());
    written(patient);
  }

  /**
   * Changes a locked patient, and in which language they are written to: once.
   *
   * @throws Conflict if the new external id is taken
   */
  void change(Patient patient, PatientUpdate wanted, PatientLanguage language) {
    patient.change(wanted);
    patient.speak(language.language());
    written(patient);
  }

  private void written(Patient patient) {
    if (!entities.unwrap(Session.class).isDirty()) {
      return;
    }
    try {
      entities.flush();
    } catch (PersistenceException refused) {
      throw taken(refused);
    }
    announce(PatientEvent.Type.CHANGED, patient.id());
  }

  /** Puts locked patients aside, those who are not there yet. */
  void archive(List<Patient> locked) {
    locked.stream()
        .filter(Patient::archive)
        .forEach(patient -> announce(PatientEvent.Type.ARCHIVED, patient.id()));
  }

  /** Takes locked patients out of the archive, those who are in it. */
  void restore(List<Patient> locked) {
    locked.stream()
        .filter(Patient::restore)
        .forEach(patient -> announce(PatientEvent.Type.CHANGED, patient.id()));
  }

  /** Tells whoever listens that a patient was erased, who is locked. */
  void erased(String id) {
    announce(PatientEvent.Type.CHANGED, id);
  }

  /** The balance stands on the patient, though it is kept elsewhere. */
  @EventListener
  void on(BalanceChanged change) {
    announce(PatientEvent.Type.CHANGED, change.patientId());
  }

  /** So do the tags. */
  @EventListener
  void on(TagsChanged change) {
    announce(PatientEvent.Type.CHANGED, change.patientId());
  }

  private void announce(PatientEvent.Type type, String id) {
    announcements.publishEvent(new PatientEvent(type, id, Caller.current(), clock.instant()));
  }

  private static RuntimeException taken(PersistenceException refused) {
    return switch (BrokenConstraint.nameIn(refused).orElse("")) {
      case "patient_pkey" -> Conflict.idTaken("patient");
      case "patient_external_id" -> new PatientExternalIdTaken(null);
      default -> refused;
    };
  }
}
