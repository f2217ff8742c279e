package org.cartwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is there of a clinic, over all its rows, held against what was acknowledged. */
final class StoredRows {

  private static final Set<String> TOLD =
      Set.of(
          "CART_CREATED",
          "CART_CHANGED",
          "CART_CONVERTED",
          "CHARGE_CREATED",
          "PAYMENT_CREATED",
          "PAYMENT_SUCCEEDED");

  private static final String UNCOUNTED =
      """
      select e.kind, e.object_id
        from webhook_event e left join webhook_sequence s using (tenant_id, kind, object_id)
       where e.tenant_id = ?
       group by e.kind, e.object_id, s.last
      having count(*) <> max(e.sequence) or count(distinct e.sequence) <> count(*)
          or max(e.sequence) <> s.last or s.last is null
      """;

  private final Asked database;
  private final String tenant;

  /** Somebody who sees the rows of every tenant. */
  interface Asked {
    <T> T ask(Function<JdbcClient, T> question);
  }

  StoredRows(Asked database, String tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  /** There is one of each that was acknowledged, no more, and one event that tells of it. */
  void areThoseOf(BusyClinic clinic) {
    assertThat(count("cart where tenant_id = ?")).isEqualTo(clinic.carts());
    assertThat(count("charge where tenant_id = ?")).isEqualTo(clinic.charges());
    assertThat(count("payment where tenant_id = ?")).isEqualTo(clinic.payments());
    assertThat(events("CART_CREATED")).hasSize(clinic.carts());
    assertThat(events("CHARGE_CREATED")).hasSize(clinic.charges());
    assertThat(events("PAYMENT_CREATED")).hasSize((int) clinic.payments());
    areCounted();
  }

  /** The events of each object are numbered from 1 on without gaps. */
  void areCounted() {
    assertThat(all(UNCOUNTED)).isEmpty();
  }

  /** The ids of all events that webhooks are told of here. */
  List<String> eventsToTell() {
    return TOLD.stream().flatMap(type -> events(type).stream()).toList();
  }

  /** How many events are still to be told to somebody. */
  long untold() {
    return count("webhook_delivery where status = 'PENDING' and tenant_id = ?");
  }

  /** The ids of all events of a type. */
  List<String> events(String type) {
    return database.ask(
        jdbc ->
            jdbc.sql("select id from webhook_event where tenant_id = ? and type = ?")
                .param(tenant)
                .param(type)
                .query(String.class)
                .list());
  }

  private List<String> all(String sql) {
    return database.ask(
        jdbc -> jdbc.sql(sql).param(tenant).query((row, n) -> row.getString(1)).list());
  }

  private long count(String rows) {
    return database.ask(
        jdbc -> jdbc.sql("select count(*) from " + rows).param(tenant).query(Long.class).single());
  }
}
