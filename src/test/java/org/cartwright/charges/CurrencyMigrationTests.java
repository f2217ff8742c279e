package org.cartwright.charges;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.cartwright.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was there before documents had a currency gets that of its clinic. */
class CurrencyMigrationTests {

  private static final String MONEY =
      """
      insert into cart (tenant_id, id, version, patient_id, status, discount_kind, discount_value, subtotal,
                        discount_amount, tax_amount, total, created_date, updated_date)
      select id, 'one', 0, 'p', 'DRAFT', 'NONE', 0, 0, 0, 0, 0, now(), now() from tenant;
      insert into quote (tenant_id, id, version, cart_id, patient_id, status, requires_patient_verification,
                         discount_kind, discount_value, subtotal, discount_amount, tax_amount, total, created_date,
                         updated_date)
      select id, 'one', 0, 'one', 'p', 'DRAFT', false, 'NONE', 0, 0, 0, 0, 0, now(), now() from tenant;
      insert into charge (tenant_id, id, patient_id, source_kind, source_id, total, created_date)
      select id, 'one', 'p', 'CART', 'one', 5, now() from tenant;
      insert into payment (tenant_id, id, charge_id, sequence, medium, amount, created_date)
      select id, 'one', 'one', 1, 'CASH', 5, now() from tenant;
      insert into refund (tenant_id, id, payment_id, charge_id, sequence, amount, reason, provider_id, created_date)
      select id, 'one', 'one', 'one', 2, 5, 'OTHER', 'p', now() from tenant;
      """;

  private TestDatabase database;

  @BeforeEach
  void migrateToTheVersionBefore() {
    database = TestDatabase.createDatabase();
    migrate("32?");
  }

  private void migrate(String version) {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), TestDatabase.OWNER, database.ownerPassword())
        .placeholders(Map.of("serving_role", TestDatabase.APP, "owner_role", TestDatabase.OWNER))
        .target(version)
        .load()
        .migrate();
  }

  /** Opens a clinic as it was then. */
  private void open(String id, String currency) {
    database.executeAsSuperuser(
        """
        insert into tenant (id, name, time_zone, inactivity_days, home_page, phone_number, logo_url, invoice_text,
                            created_date, currency)
        values ('%1$s', '%1$s', 'UTC', 30, '', '', '', '', now(), '%2$s')
        """
            .formatted(id, currency));
  }

  private Map<String, String> currencies(String table) throws SQLException {
    var found = new TreeMap<String, String>();
    try (var connection = database.superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select tenant_id, currency from " + table)) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getString(2));
      }
    }
    return found;
  }

  @Test
  void everyDocumentGetsTheCurrencyOfItsClinic() throws SQLException {
    open("berlin", "EUR");
    open("boston", "USD");
    open("dallas", "USD");
    // The rows stand by themselves: without the people and products they would refer to.
    database.executeAsSuperuser("set session_replication_role = replica; " + MONEY);

    migrate("33");

    var expected = Map.of("berlin", "EUR", "boston", "USD", "dallas", "USD");
    for (var table : new String[] {"cart", "quote", "charge", "payment", "refund"}) {
      assertThat(currencies(table)).as(table).isEqualTo(expected);
    }
  }

  @Test
  void aQuoteThatWasAcceptedKeepsTheCurrencyThatWasAccepted() throws SQLException {
    open("berlin", "EUR");
    open("boston", "EUR");
    database.executeAsSuperuser(
        "set session_replication_role = replica; "
            + MONEY
            + """
            insert into quote_acceptance (tenant_id, quote_id, content, sha256, verification, accepted_date)
            select 'boston', 'one', content, sha256(convert_to(content, 'UTF8')), 'NONE', now()
              from (values ('{"currency":"USD","total":0}')) accepted (content);
            """);

    migrate("33");

    assertThat(currencies("quote")).isEqualTo(Map.of("berlin", "EUR", "boston", "USD"));
  }

  @Test
  void afterwardsNothingGetsACurrencyByItselfAndEveryClinicIsStillAlone() throws SQLException {
    open("boston", "USD");

    migrate("33");

    try (var connection = database.superuser();
        var statement = connection.createStatement();
        var counts =
            statement.executeQuery(
                """
                select (select count(*) from information_schema.columns
                         where column_name = 'currency' and column_default is null and is_nullable = 'NO'
                           and table_name in ('cart', 'quote', 'charge', 'payment', 'refund')),
                       (select count(*) from pg_class c
                          join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                         where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity))
                """)) {
      counts.next();
      assertThat(counts.getInt(1)).isEqualTo(5);
      assertThat(counts.getInt(2)).isZero();
    }
  }
}
