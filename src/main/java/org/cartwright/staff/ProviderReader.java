package org.cartwright.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.staff.api.FirebaseProviderSummary;
import org.cartwright.staff.api.ProviderSummary;
import org.cartwright.staff.api.RoleSummary;
import org.cartwright.staff.api.RoleType;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads providers with their roles from typed rows, each question with one statement. */
@Component
class ProviderReader {

  private static final ResultSetExtractor<List<ProviderSummary>> WHOLE = ProviderReader::providers;

  private final JdbcClient jdbc;

  ProviderReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row for each role of each provider, or one for a provider without any. */
  private static String providersWhere(String condition) {
    return """
    select p.id, p.first_name, p.last_name, p.phone_number, p.email, p.external_id, p.created_date,
           p.primary_location_id, r.id as role_id, r.name as role_name, r.created_date as role_created_date
      from provider p
      left join provider_role_assignment a on a.tenant_id = p.tenant_id and a.provider_id = p.id
      left join provider_role r on r.tenant_id = a.tenant_id and r.id = a.role_id
     where p.tenant_id = ? and %s
     order by lower(p.last_name), lower(p.first_name), p.id, lower(r.name)\
    """
        .formatted(condition);
  }

  ProviderSummary summary(String id) {
    return jdbc
        .sql(providersWhere("p.id = ?"))
        .param(CurrentTenant.id())
        .param(id)
        .query(WHOLE)
        .stream()
        .findFirst()
        .orElseThrow(() -> Missing.a("Provider"));
  }

  List<FirebaseProviderSummary> all(@Nullable String primaryLocationId) {
    var statement =
        primaryLocationId == null
            ? jdbc.sql(providersWhere("true")).param(CurrentTenant.id())
            : jdbc.sql(providersWhere("p.primary_location_id = ?"))
                .param(CurrentTenant.id())
                .param(primaryLocationId);
    return statement.query(WHOLE).stream().map(ProviderSummary::listed).toList();
  }

  private static List<ProviderSummary> providers(ResultSet row) throws SQLException {
    var providers = new ArrayList<ProviderSummary>();
    while (row.next()) {
      if (providers.isEmpty() || !providers.getLast().id().equals(row.getString("id"))) {
        providers.add(withoutRoles(row));
      }
      var role = row.getString("role_name");
      if (role != null) {
        providers
            .getLast()
            .roles()
            .add(
                new RoleSummary(
                    row.getString("role_id"),
                    role,
                    RoleType.of(role),
                    Columns.instant(row, "role_created_date"),
                    null));
      }
    }
    return providers;
  }

  private static ProviderSummary withoutRoles(ResultSet row) throws SQLException {
    return ProviderSummary.ofThisHouse(
        row.getString("id"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("phone_number"),
        row.getString("email"),
        row.getString("external_id"),
        Columns.instant(row, "created_date"),
        row.getString("primary_location_id"),
        new ArrayList<>());
  }
}
