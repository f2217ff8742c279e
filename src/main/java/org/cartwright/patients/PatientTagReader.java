package org.cartwright.patients;

import java.util.List;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.Documents;
import org.cartwright.platform.paging.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Serves tags from their document view, each question with one statement, a page with two. */
@Component
class PatientTagReader {

  private static final String WANTED =
      """
      from patient_tag
      where (:name::text is null or position(lower(:name) in lower(name)) > 0)
        and (:is_active::boolean is null or is_active = :is_active)
      """;

  private final JdbcClient jdbc;
  private final Documents documents;

  PatientTagReader(JdbcClient jdbc, Documents documents) {
    this.jdbc = jdbc;
    this.documents = documents;
  }

  PatientTagSummary summary(String id) {
    return jdbc.sql("select document from patient_tag_document where id = ?")
        .param(id)
        .query(documents.rows(PatientTagSummary.class))
        .optional()
        .orElseThrow(() -> Missing.a("Patient tag"));
  }

  PatientTagDetail detail(String id) {
    return jdbc.sql(
            """
            select document || jsonb_build_object('patientCount',
                       (select count(*) from patient_tag_assignment where tag_id = tag.id))
              from patient_tag_document tag
             where id = ?""")
        .param(id)
        .query(documents.rows(PatientTagDetail.class))
        .optional()
        .orElseThrow(() -> Missing.a("Patient tag"));
  }

  Page<PatientTagSummary> page(TagFilter filter) {
    var order = filter.order().inSql(filter.descending());
    var data =
        jdbc.sql(
                """
                select document
                  from (select id, row_number() over (order by %1$s) as place %2$s
                         order by %1$s limit :at_most offset :after) page
                  join patient_tag_document using (id)
                 order by place"""
                    .formatted(order, WANTED))
            .param("name", filter.name())
            .param("is_active", filter.isActive())
            .param("at_most", filter.perPage())
            .param("after", filter.offset())
            .query(documents.rows(PatientTagSummary.class))
            .list();
    var total =
        jdbc.sql("select count(*) " + WANTED)
            .param("name", filter.name())
            .param("is_active", filter.isActive())
            .query(Long.class)
            .single();
    return new Page<>(data, total);
  }

  /** A patient's tags by name, in one statement that also tells whether there is the patient. */
  List<PatientTagSummary> of(String patientId) {
    return jdbc.sql("select document -> 'tags' from patient_document where id = ?")
        .param(patientId)
        .query((row, number) -> documents.read(row.getString(1), PatientTagSummary[].class))
        .optional()
        .map(List::of)
        .orElseThrow(() -> Missing.a("Patient"));
  }
}
