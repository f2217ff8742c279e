package org.cartwright.patients;

import java.util.List;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.Documents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Serves patients from the document views, each question with one statement. */
@Component
class PatientReader {

  private final JdbcClient jdbc;
  private final Documents documents;

  PatientReader(JdbcClient jdbc, Documents documents) {
    this.jdbc = jdbc;
    this.documents = documents;
  }

  PatientSummary summary(String id) {
    return jdbc.sql("select document from patient_document where id = ?")
        .param(id)
        .query(documents.rows(PatientSummary.class))
        .optional()
        .orElseThrow(() -> Missing.a("Patient"));
  }

  PatientChart chart(String id) {
    return jdbc.sql("select document from patient_chart_document where id = ?")
        .param(id)
        .query(documents.rows(PatientChart.class))
        .optional()
        .orElseThrow(() -> Missing.a("Patient"));
  }

  List<PatientSummary> summaries(List<String> ids) {
    return jdbc.sql(
            """
            select document
              from patient_document
              join (select id, min(place) as place
                      from unnest(?::text[]) with ordinality asked (id, place)
                     group by id) asked using (id)
             order by place""")
        .param(ids.toArray(String[]::new))
        .query(documents.rows(PatientSummary.class))
        .list();
  }

  List<PatientSummaryWithMemberships> search(String term, int atMost) {
    return jdbc.sql(
            """
            select document || jsonb_build_object('memberships', null)
              from patient_search(?, false, ?) with ordinality found (id, place)
              join patient_document using (id)
             order by place""")
        .param(term)
        .param(atMost)
        .query(documents.rows(PatientSummaryWithMemberships.class))
        .list();
  }
}
