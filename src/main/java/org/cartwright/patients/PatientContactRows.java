package org.cartwright.patients;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.cartwright.platform.jdbc.Columns;
import org.jspecify.annotations.Nullable;

/**
 * How who a patient is, and how to reach them, is read beside the rows of another module, which may
 * name nobody.
 */
public final class PatientContactRows {

  /** The columns to select of a patient, who stands in the statement as {@code p}. */
  public static final String COLUMNS =
      """
      p.id as p_id, p.first_name as p_first_name, p.last_name as p_last_name, p.preferred_name as p_preferred_name,
      p.email as p_email, p.phone_number as p_phone_number, p.date_of_birth as p_date_of_birth,
      p.language as p_language\
      """;

  private PatientContactRows() {}

  /** What joins the patient of a row, if its {@code patient_id} names one. */
  public static String joinedTo(String alias) {
    return "left join patient p on p.tenant_id = %1$s.tenant_id and p.id = %1$s.patient_id"
        .formatted(alias);
  }

  /** The patient in the columns of a row, if there is one. */
  public static @Nullable PatientContact read(ResultSet row) throws SQLException {
    var id = row.getString("p_id");
    return id == null
        ? null
        : new PatientContact(
            id,
            row.getString("p_first_name"),
            row.getString("p_last_name"),
            row.getString("p_preferred_name"),
            row.getString("p_email"),
            row.getString("p_phone_number"),
            Columns.dayOrNull(row, "p_date_of_birth"),
            row.getString("p_language"));
  }
}
