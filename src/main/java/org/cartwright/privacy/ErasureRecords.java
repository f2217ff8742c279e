package org.cartwright.privacy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.cartwright.privacy.api.PatientErasure;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is told of patients who were erased: when, by whom and why. Never changed. */
@Component
@Order(8)
class ErasureRecords implements PersonalDataHolder {

  private static final String WRITE =
      "insert into patient_erasure (tenant_id, patient_id, key_id, reason, erased_date) values (?, ?, ?, ?, ?)";

  private static final String WRITTEN =
      "select patient_id, key_id, reason, erased_date from patient_erasure where tenant_id = ? and patient_id = ?";

  private static final PersonalTable ERASURES =
      PersonalTable.of("Erasure", "patient_erasure", "t.patient_id = :person")
          .by("t.patient_id")
          .keeping("patient_id key_id reason erased_date");

  private final JdbcClient jdbc;

  ErasureRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<PersonalTable> tables() {
    return List.of(ERASURES);
  }

  /** That a patient was erased, if they were. */
  Optional<PatientErasure> of(String patientId) {
    return jdbc.sql(WRITTEN)
        .param(CurrentTenant.id())
        .param(patientId)
        .query(
            (row, n) ->
                new PatientErasure(
                    row.getString("patient_id"),
                    row.getObject("erased_date", OffsetDateTime.class).toInstant(),
                    row.getString("key_id"),
                    row.getString("reason")))
        .optional();
  }

  /** Writes down that a patient is erased. */
  void write(PatientErasure erasure) {
    jdbc.sql(WRITE)
        .param(CurrentTenant.id())
        .param(erasure.patientId())
        .param(erasure.keyId())
        .param(erasure.reason())
        .param(OffsetDateTime.ofInstant(erasure.erasedDate(), ZoneOffset.UTC))
        .update();
  }
}
