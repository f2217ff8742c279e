package org.cartwright.patients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.patients.api.PatientSource;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.patients.tags.PatientTagReader;
import org.cartwright.patients.tags.PatientTagSummary;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.StoredJson;
import org.cartwright.staff.api.UserType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * How patients are read as typed rows: by a statement of this module, or beside the rows of another
 * one, which takes {@link #COLUMNS} and {@link #joinedTo} into its own statement, reads each row
 * with {@link #read} and has all of them completed at once by {@link #tagged}.
 */
@Component
public class PatientRows {

  /** The columns to select of a patient, who stands in the statement as {@code p}. */
  public static final String COLUMNS =
      """
      p.id as p_id, p.first_name as p_first_name, p.last_name as p_last_name, p.phone_number as p_phone_number,
      p.email as p_email, p.external_id as p_external_id, p.address as p_address,
      p.address_line_two as p_address_line_two, p.city as p_city, p.state as p_state, p.zip_code as p_zip_code,
      p.country as p_country, p.created_date as p_created_date, p.address_valid as p_address_valid,
      p.meta as p_meta, p.is_archived as p_is_archived, p.primary_location_id as p_primary_location_id,
      p.gender as p_gender, p.pronouns as p_pronouns, p.preferred_name as p_preferred_name,
      p.date_of_birth as p_date_of_birth, p.patient_source as p_patient_source, p.lead_source as p_lead_source,
      p.on_scheduling_blacklist as p_on_scheduling_blacklist, p.surcharge_disabled as p_surcharge_disabled,
      p.preferred_provider_id as p_preferred_provider_id, p.language as p_language,
      array(select a.tag_id from patient_tag_assignment a
             where a.tenant_id = p.tenant_id and a.patient_id = p.id) as p_tag_ids,
      (select coalesce(sum(u.remaining), 0)::bigint from patient_credit_usable u
        where u.tenant_id = p.tenant_id and u.patient_id = p.id) as p_credit_balance
      """;

  /** Where the patient is at home that a row's own {@code patient_id} names: an expression. */
  public static final String PRIMARY_LOCATION =
      "(select p.primary_location_id from patient p where p.tenant_id = tenant_id and p.id = patient_id)";

  private static final TypeReference<Map<String, Object>> META = new TypeReference<>() {};

  private final PatientTagReader tags;

  PatientRows(PatientTagReader tags) {
    this.tags = tags;
  }

  /** What joins the patient of a row whose {@code patient_id} and {@code tenant_id} name it. */
  public static String joinedTo(String alias) {
    return "join patient p on p.tenant_id = %1$s.tenant_id and p.id = %1$s.patient_id"
        .formatted(alias);
  }

  /** The patient in the columns of a row. */
  public PatientRow read(ResultSet row) throws SQLException {
    var patient =
        new PatientSummary(
            row.getString("p_id"),
            row.getString("p_first_name"),
            row.getString("p_last_name"),
            row.getString("p_phone_number"),
            row.getString("p_email"),
            UserType.PATIENT,
            null,
            row.getString("p_external_id"),
            row.getString("p_address"),
            row.getString("p_address_line_two"),
            row.getString("p_city"),
            row.getString("p_state"),
            row.getString("p_zip_code"),
            row.getString("p_country"),
            Columns.instant(row, "p_created_date"),
            Columns.booleanOrNull(row, "p_address_valid"),
            meta(row.getString("p_meta")),
            row.getBoolean("p_is_archived"),
            row.getString("p_primary_location_id"),
            row.getString("p_gender"),
            row.getString("p_pronouns"),
            row.getString("p_preferred_name"),
            Columns.dayOrNull(row, "p_date_of_birth"),
            null,
            Columns.nameOrNull(row, "p_patient_source", PatientSource.class),
            row.getString("p_lead_source"),
            Columns.booleanOrNull(row, "p_on_scheduling_blacklist"),
            Columns.booleanOrNull(row, "p_surcharge_disabled"),
            List.of(),
            row.getLong("p_credit_balance"),
            row.getString("p_preferred_provider_id"),
            null,
            row.getString("p_language"));
    return new PatientRow(patient, Columns.strings(row, "p_tag_ids"));
  }

  private static @Nullable Map<String, Object> meta(@Nullable String json) {
    return json == null ? null : StoredJson.MAPPER.readValue(json, META);
  }

  /** These patients by their ids, with their tags: one more statement if there are any tags. */
  public Map<String, PatientSummary> tagged(Collection<PatientRow> rows) {
    var wanted = rows.stream().flatMap(row -> row.tagIds().stream()).distinct().toList();
    var byName = wanted.isEmpty() ? List.<PatientTagSummary>of() : tags.tags(wanted);
    var patients = HashMap.<String, PatientSummary>newHashMap(rows.size());
    for (var row : rows) {
      patients.computeIfAbsent(row.id(), id -> row.untagged().tagged(named(row.tagIds(), byName)));
    }
    return patients;
  }

  private static List<PatientTagSummary> named(List<String> ids, List<PatientTagSummary> byName) {
    return ids.isEmpty()
        ? List.of()
        : byName.stream().filter(tag -> ids.contains(tag.id())).toList();
  }
}
