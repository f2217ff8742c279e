package org.cartwright.patients.privacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.platform.privacy.Person;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.cartwright.platform.privacy.ThingsOf;
import org.cartwright.platform.privacy.Unsettled;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is written about patients: themselves, their tags, notes and credit. */
@Component
@Order(1)
class PatientData implements PersonalDataHolder {

  private static final PersonalTable PATIENT =
      PersonalTable.of("Patient", "patient", "t.id = :person")
          .keeping("id created_date is_archived")
          .replaced("first_name", "'Erased'")
          .replaced("last_name", "'patient'")
          .personal("preferred_name date_of_birth gender pronouns language")
          .personal("email phone_number external_id firebase_uid")
          .personal("address address_line_two city state zip_code country address_valid")
          .personal("primary_location_id preferred_provider_id patient_source lead_source")
          .personal("on_scheduling_blacklist surcharge_disabled")
          .personal("allergies family_history medical_history prescriptions goal_weight meta")
          .untold("search_text phone_digits sort_name")
          .erasing(PersonalTable.Erasure.MARKED_WORDS);

  private static final PersonalTable TAGS =
      PersonalTable.of("Tags", "patient_tag_assignment", "t.patient_id = :person")
          .by("t.tag_id")
          .keeping("patient_id tag_id")
          .telling(
              "name",
              "(select g.name from patient_tag g where g.tenant_id = t.tenant_id and g.id = t.tag_id)")
          .erasing(PersonalTable.Erasure.ROWS);

  private static final PersonalTable NOTES =
      PersonalTable.of("Quick notes", "quick_note", "t.patient_id = :person")
          .keeping("id patient_id creator_id created_date updated_date archived_date")
          .replaced("note")
          .personal("event_id external_id");

  private static final PersonalTable CREDITS =
      PersonalTable.of("Credit", "patient_credit", "t.patient_id = :person")
          .keeping("id patient_id external_id creator_id expiry_date")
          .keeping("created_date updated_date archived_date")
          .personal("comment member_id");

  private static final PersonalTable ENTRIES =
      PersonalTable.of(
              "Movements of credit",
              "patient_credit_entry",
              "t.credit_id in (select c.id from patient_credit c where c.tenant_id = :clinic and c.patient_id = :person)")
          .by("t.credit_id, t.number")
          .keeping("credit_id number kind change remaining amount payment_id moment");

  private static final String ARCHIVE =
      "update patient set is_archived = true where tenant_id = ? and id = ?";

  private static final String ARCHIVE_NOTES =
      "update quick_note set archived_date = ? where tenant_id = ? and patient_id = ? and archived_date is null";

  private final JdbcClient jdbc;

  PatientData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<PersonalTable> tables() {
    return List.of(PATIENT, TAGS, NOTES, CREDITS, ENTRIES);
  }

  @Override
  public List<ThingsOf> things() {
    return List.of(
        new ThingsOf(
            "patient", "select id from patient where tenant_id = :clinic and id = :person"),
        new ThingsOf(
            "credit",
            "select id from patient_credit where tenant_id = :clinic and patient_id = :person"),
        new ThingsOf(
            "note",
            "select id from quick_note where tenant_id = :clinic and patient_id = :person"));
  }

  @Override
  public List<Unsettled> unsettled() {
    return List.of(
        new Unsettled(
            "CREDIT_LEFT",
            "There is credit left: use it up, or set what remains of it to 0.",
            """
            select id from patient_credit_usable
             where tenant_id = :clinic and patient_id = :person and remaining > 0
             order by id\
            """));
  }

  /** Nothing is found, billed or changed any more of somebody archived, and of archived notes. */
  @Override
  public void erase(Person person, Instant now) {
    jdbc.sql(ARCHIVE).param(person.tenant()).param(person.id()).update();
    jdbc.sql(ARCHIVE_NOTES)
        .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .param(person.tenant())
        .param(person.id())
        .update();
  }
}
