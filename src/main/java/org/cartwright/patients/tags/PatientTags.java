package org.cartwright.patients.tags;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Sentence;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.privacy.ErasedPerson;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tags of the clinic that is asking, and which patients have them. */
@Service
public class PatientTags {

  private static final String REMOVE =
      "delete from patient_tag_assignment where tenant_id = ? and patient_id = ? and tag_id <> all(?)";

  private static final String ADD =
      """
      insert into patient_tag_assignment (tenant_id, patient_id, tag_id)
      select distinct ?, ?, tag_id from unnest(?::text[]) tag_id
      on conflict do nothing
      """;

  private final PatientTagRepository tags;
  private final PatientTagReader reader;
  private final EntityManager entities;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher announcements;
  private final Clock clock;

  PatientTags(
      PatientTagRepository tags,
      PatientTagReader reader,
      EntityManager entities,
      JdbcClient jdbc,
      ApplicationEventPublisher announcements,
      Clock clock) {
    this.tags = tags;
    this.reader = reader;
    this.entities = entities;
    this.jdbc = jdbc;
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * Defines a tag.
   *
   * @throws TagNameTaken if there is one of this name, in any case
   */
  @Transactional
  public PatientTagSummary define(PatientTagCreate wanted) {
    var id = Ids.next("ptag");
    entities.persist(new PatientTag(id, wanted, clock.instant()));
    flush();
    return reader.summary(id);
  }

  /**
   * Changes what the client named.
   *
   * @throws TagNameTaken if another tag has the new name, in any case
   */
  @Transactional
  PatientTagSummary change(String id, PatientTagUpdate wanted) {
    lock(id).change(wanted, clock.instant());
    flush();
    return reader.summary(id);
  }

  /** Deletes a tag; the patients that had it lose it. */
  @Transactional
  void delete(String id) {
    entities.remove(lock(id));
  }

  /**
   * Gives a patient exactly these tags.
   *
   * @throws InvalidRequest if the body names another patient than the path, or a tag that does not
   *     exist; the patient then keeps its tags
   */
  @Transactional
  void assign(String patientId, PatientTagAssignment wanted) {
    requirePossible(patientId, "Patient");
    lockPatient(patientId);
    if (!wanted.patientId().equals(patientId)) {
      throw new InvalidRequest(
          Violation.inBody("this is not the patient of the path", "patientId"));
    }
    requireTags(wanted.tagIds());
    var changes = written(REMOVE, patientId, wanted) + written(ADD, patientId, wanted);
    Trail.changed("patient", patientId, "tags");
    if (changes > 0) {
      announcements.publishEvent(new TagsChanged(patientId));
    }
  }

  private int written(String sql, String patientId, PatientTagAssignment wanted) {
    return jdbc.sql(sql)
        .param(CurrentTenant.id())
        .param(patientId)
        .param(wanted.tagIds().toArray(String[]::new))
        .update();
  }

  /**
   * Puts a tag on a patient, beside those that are there.
   *
   * @throws InvalidRequest if there is no such tag, or the patient has as many as one can have
   */
  @Transactional
  public void putOn(String patientId, String tagId) {
    var tags = locked(patientId);
    if (tags.size() >= PatientTagAssignment.MOST && !tags.contains(tagId)) {
      throw new InvalidRequest(
          Violation.inBody(
              Sentence.of("a patient has %s tags at most", PatientTagAssignment.MOST), "tagIds"));
    }
    tags.add(tagId);
    assign(patientId, new PatientTagAssignment(patientId, List.copyOf(tags)));
  }

  /** Takes a tag off a patient, if it is there. */
  @Transactional
  public void takeOff(String patientId, String tagId) {
    var tags = locked(patientId);
    tags.remove(tagId);
    assign(patientId, new PatientTagAssignment(patientId, List.copyOf(tags)));
  }

  /** The ids of the tags of a patient, who is locked. */
  private Set<String> locked(String patientId) {
    requirePossible(patientId, "Patient");
    lockPatient(patientId);
    return reader.of(patientId).stream()
        .map(PatientTagSummary::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The tags of the clinic that are in use, by name. */
  @Transactional(readOnly = true)
  public List<PatientTagSummary> active() {
    return reader
        .page(
            new TagCriteria(
                null, true, TagCriteria.Order.name, null, new Paging(1, Paging.LARGEST_SIZE)))
        .data();
  }

  @Transactional(readOnly = true)
  PatientTagDetail detail(String id) {
    requirePossible(id, "Patient tag");
    return reader.detail(id);
  }

  @Transactional(readOnly = true)
  Page<PatientTagSummary> page(TagCriteria filter) {
    return reader.page(filter);
  }

  @Transactional(readOnly = true)
  List<PatientTagSummary> of(String patientId) {
    requirePossible(patientId, "Patient");
    return reader.of(patientId);
  }

  /** Who changes the patient waits, and who assigns other tags. */
  private void lockPatient(String patientId) {
    var locked =
        jdbc.sql(
                "select id, erased_date from patient where tenant_id = ? and id = ? for no key update")
            .param(CurrentTenant.id())
            .param(patientId)
            .query(
                (row, n) -> {
                  ErasedPerson.refuse(row.getObject("erased_date"));
                  return row.getString("id");
                })
            .optional();
    if (locked.isEmpty()) {
      throw Missing.a("Patient");
    }
  }

  private PatientTag lock(String id) {
    requirePossible(id, "Patient tag");
    return tags.lock(id).orElseThrow(() -> Missing.a("Patient tag"));
  }

  /** Holds on to the tags until the end of the transaction, so that none is deleted meanwhile. */
  private void requireTags(List<String> ids) {
    var known =
        new HashSet<>(
            jdbc.sql(
                    "select id from patient_tag where tenant_id = ? and id = any(?) order by id for"
                        + " key share")
                .param(CurrentTenant.id())
                .param(ids.toArray(String[]::new))
                .query(String.class)
                .list());
    var unknown = new ArrayList<Violation>();
    for (int i = 0; i < ids.size(); i++) {
      if (!known.contains(ids.get(i))) {
        unknown.add(Violation.inBody("there is no such tag", "tagIds", i));
      }
    }
    InvalidRequest.throwIfAny(unknown);
  }

  private static void requirePossible(String id, String kind) {
    if (!Ids.isPossible(id)) {
      throw Missing.a(kind);
    }
  }

  private void flush() {
    try {
      entities.flush();
    } catch (PersistenceException e) {
      throw BrokenConstraint.nameIn(e).filter("patient_tag_name"::equals).isPresent()
          ? new TagNameTaken()
          : e;
    }
  }
}
