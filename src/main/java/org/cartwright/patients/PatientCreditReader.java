package org.cartwright.patients;

import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.Documents;
import org.cartwright.platform.paging.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Serves credits from their document views, each question with one statement, a page with two. */
@Component
class PatientCreditReader {

  private static final String WANTED =
      """
      (:expired_too or expiry_date is null or expiry_date > cartwright_now())
        and (:used_too or remaining > 0)
      """;

  private final JdbcClient jdbc;
  private final Documents documents;

  PatientCreditReader(JdbcClient jdbc, Documents documents) {
    this.jdbc = jdbc;
    this.documents = documents;
  }

  PatientCreditSummary summary(String id) {
    return jdbc.sql("select document from patient_credit_document where id = ?")
        .param(id)
        .query(documents.rows(PatientCreditSummary.class))
        .optional()
        .orElseThrow(() -> Missing.a("Patient credit"));
  }

  AvailableCreditResponse available(String patientId) {
    return jdbc.sql("select document from patient_available_credit_document where id = ?")
        .param(patientId)
        .query(documents.rows(AvailableCreditResponse.class))
        .optional()
        .orElseThrow(() -> Missing.a("Patient"));
  }

  /** A page of a patient's credits, the newest first. */
  Page<PatientCreditSummary> page(
      String patientId, boolean expiredToo, boolean usedToo, int page, int perPage) {
    var total =
        jdbc.sql(
                """
                select count(credit.id)
                  from patient
                  left join patient_credit_balance credit
                    on credit.tenant_id = patient.tenant_id and credit.patient_id = patient.id and %s
                 where patient.id = :patient
                 group by patient.id"""
                    .formatted(WANTED))
            .param("patient", patientId)
            .param("expired_too", expiredToo)
            .param("used_too", usedToo)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> Missing.a("Patient"));
    var data =
        jdbc.sql(
                """
                select document
                  from (select tenant_id, id, row_number() over (order by created_date desc, id desc) as place
                          from patient_credit_balance
                         where patient_id = :patient and %s
                         order by created_date desc, id desc limit :at_most offset :after) page
                  join patient_credit_document using (tenant_id, id)
                 order by place"""
                    .formatted(WANTED))
            .param("patient", patientId)
            .param("expired_too", expiredToo)
            .param("used_too", usedToo)
            .param("at_most", perPage)
            .param("after", (page - 1L) * perPage)
            .query(documents.rows(PatientCreditSummary.class))
            .list();
    return new Page<>(data, total);
  }
}
