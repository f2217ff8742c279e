package org.cartwright.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.cartwright.platform.Ids;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roles of a clinic: names that come to be when somebody is first invited into them. */
@Component
class ProviderRoles {

  private final JdbcClient jdbc;

  ProviderRoles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Gives a provider these roles; each name once, whatever its case. */
  void give(String provider, List<String> names, Instant now) {
    if (names.isEmpty()) {
      return;
    }
    // In one order for everybody, so that two who add the same new roles do not wait for each
    // other.
    var once = new TreeMap<String, String>();
    names.forEach(name -> once.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    add(once.values(), now);
    jdbc.sql(
            """
            insert into provider_role_assignment (tenant_id, provider_id, role_id)
            select distinct role.tenant_id, ?, role.id
              from provider_role role
              join unnest(?::text[]) given (name) on lower(role.name) = lower(given.name)
             where role.tenant_id = ?""")
        .param(provider)
        .param(once.values().toArray(String[]::new))
        .param(CurrentTenant.id())
        .update();
  }

  private void add(Collection<String> names, Instant now) {
    jdbc.sql(
            """
            insert into provider_role (tenant_id, id, name, created_date)
            select ?, id, name, ? from unnest(?::text[], ?::text[]) fresh (id, name)
            on conflict (tenant_id, lower(name)) do nothing""")
        .param(CurrentTenant.id())
        .param(now.atOffset(ZoneOffset.UTC))
        .param(names.stream().map(name -> Ids.next("role")).toArray(String[]::new))
        .param(names.toArray(String[]::new))
        .update();
  }
}
