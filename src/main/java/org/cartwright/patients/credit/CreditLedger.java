package org.cartwright.patients.credit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cartwright.platform.privacy.ErasedPerson;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The entries of patients' credits, which are only ever added to. What remains of a credit is the
 * sum of its entries' changes.
 *
 * <p>Whoever adds an entry holds the patient's {@linkplain #lock lock}. Without it nothing would
 * come out wrong, because each entry names the one it follows and the database lets only one do so;
 * but the second of two would fail instead of waiting.
 */
@Component
class CreditLedger {

  private static final String TAKE =
      """
      with share as (
          select usable.*,
                 least(remaining, :wanted - (sum(remaining) over (order by place) - remaining))::bigint as taken
            from patient_credit_usable usable
           where tenant_id = :tenant and patient_id = :patient
      ), entry as (
          insert into patient_credit_entry
                 (tenant_id, credit_id, number, kind, change, remaining, amount, payment_id, moment)
          select tenant_id, id, number + 1, 'TAKEN', -taken, remaining - taken, amount, :payment, :moment
            from share
           where taken > 0
           order by place
          returning change
      )
      select coalesce(-sum(change), 0)::bigint from entry""";

  /**
   * Staff may have topped a credit up meanwhile: if more comes back than fits, its amount grows.
   */
  private static final String RESTORE =
      """
      with held as (
          select tenant_id, credit_id, -sum(change) as cents, max(written) filter (where kind = 'TAKEN') as last
            from patient_credit_entry
           where tenant_id = :tenant and payment_id = :payment
           group by tenant_id, credit_id
          having sum(change) < 0
      ), share as (
          select balance.*,
                 last,
                 least(cents, :wanted - (sum(cents) over (order by last desc) - cents))::bigint as restored
            from held
            join patient_credit_balance balance
              on balance.tenant_id = held.tenant_id and balance.id = held.credit_id
      ), entry as (
          insert into patient_credit_entry
                 (tenant_id, credit_id, number, kind, change, remaining, amount, payment_id, moment)
          select tenant_id, id, number + 1, 'RESTORED', restored, remaining + restored,
                 greatest(amount, remaining + restored), :payment, :moment
            from share
           where restored > 0
           order by last desc
          returning credit_id, change
      )
      select coalesce(sum(change), 0)::bigint as cents,
             coalesce(sum(change) filter (where expiry_date is null or expiry_date > cartwright_now()), 0)::bigint as usable
        from entry join share on share.id = entry.credit_id""";

  private final JdbcClient jdbc;

  CreditLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Locks a patient and so all the patient's credit, until the transaction ends.
   *
   * @return whether the patient is archived; nothing if there is no such patient
   * @throws ErasedPerson if the patient was erased
   */
  Optional<Boolean> lock(String patientId) {
    return jdbc.sql(
            "select is_archived, erased_date from patient where tenant_id = ? and id = ? for no key update")
        .param(CurrentTenant.id())
        .param(patientId)
        .query(
            (row, n) -> {
              ErasedPerson.refuse(row.getObject("erased_date"));
              return row.getBoolean("is_archived");
            })
        .optional();
  }

  /** How a credit that is there stands. */
  CreditBalance balance(String creditId) {
    return jdbc.sql(
            """
            select amount,
                   remaining,
                   exists (select from patient_credit_entry entry
                            where entry.tenant_id = balance.tenant_id and credit_id = balance.id
                              and kind = 'TAKEN') as is_taken_from
              from patient_credit_balance balance
             where tenant_id = ? and id = ?""")
        .param(CurrentTenant.id())
        .param(creditId)
        .query(CreditBalance.class)
        .single();
  }

  /** The amounts of all of a patient's credits, used or not, in cents. */
  long granted(String patientId) {
    return jdbc.sql(
            "select coalesce(sum(amount), 0)::bigint from patient_credit_balance where tenant_id = ? and patient_id = ?")
        .param(CurrentTenant.id())
        .param(patientId)
        .query(Long.class)
        .single();
  }

  /** How much a patient can use now, in cents. */
  long usable(String patientId) {
    return jdbc.sql(
            "select coalesce(sum(remaining), 0)::bigint from patient_credit_usable where tenant_id = ? and patient_id = ?")
        .param(CurrentTenant.id())
        .param(patientId)
        .query(Long.class)
        .single();
  }

  /** The first entry of a credit. */
  void grant(String creditId, long amount, long remaining, Instant now) {
    jdbc.sql(
            """
            insert into patient_credit_entry (tenant_id, credit_id, number, kind, change, remaining, amount, moment)
            values (:tenant, :credit, 1, 'GRANTED', :remaining, :remaining, :amount, :moment)""")
        .param("tenant", CurrentTenant.id())
        .param("credit", creditId)
        .param("amount", amount)
        .param("remaining", remaining)
        .param("moment", utc(now))
        .update();
  }

  /** Staff said how a credit stands. */
  void adjust(String creditId, CreditBalance corrected, Instant now) {
    append(creditId, "ADJUSTED", corrected.amount(), corrected.remaining(), now);
  }

  /** The last entry of a credit that was deleted. */
  void withdraw(String creditId, CreditBalance last, Instant now) {
    append(creditId, "WITHDRAWN", last.amount(), 0, now);
  }

  private void append(String creditId, String kind, long amount, long remaining, Instant now) {
    Trail.changed("patient_credit", creditId, "amount", "remaining");
    jdbc.sql(
            """
            insert into patient_credit_entry (tenant_id, credit_id, number, kind, change, remaining, amount, moment)
            select tenant_id, id, number + 1, :kind, :remaining - remaining, :remaining, :amount, :moment
              from patient_credit_balance
             where tenant_id = :tenant and id = :credit""")
        .param("tenant", CurrentTenant.id())
        .param("credit", creditId)
        .param("kind", kind)
        .param("amount", amount)
        .param("remaining", remaining)
        .param("moment", utc(now))
        .update();
  }

  /**
   * Takes from the credits that can be used, in the order of use, until so much is taken or nothing
   * is left.
   *
   * @return how much was taken
   */
  long take(String patientId, long atMostCents, String paymentId, Instant now) {
    return jdbc.sql(TAKE)
        .param("tenant", CurrentTenant.id())
        .param("patient", patientId)
        .param("wanted", atMostCents)
        .param("payment", paymentId)
        .param("moment", utc(now))
        .query(Long.class)
        .single();
  }

  /** The patient from whose credit a payment took; nothing if it took none. */
  Optional<String> payer(String paymentId) {
    return jdbc.sql(
            """
            select patient_id
              from patient_credit_entry entry
              join patient_credit credit on credit.tenant_id = entry.tenant_id and credit.id = entry.credit_id
             where entry.tenant_id = ? and payment_id = ?
             limit 1""")
        .param(CurrentTenant.id())
        .param(paymentId)
        .query(String.class)
        .optional();
  }

  /**
   * Gives back what a payment took and has not given back yet, the last taken first, until so much
   * is given back or nothing is left to give.
   */
  Restored restore(String paymentId, long atMostCents, Instant now) {
    return jdbc.sql(RESTORE)
        .param("tenant", CurrentTenant.id())
        .param("payment", paymentId)
        .param("wanted", atMostCents)
        .param("moment", utc(now))
        .query(Restored.class)
        .single();
  }

  /**
   * What was given back.
   *
   * @param usable how much of it can be used, as the rest has expired
   */
  record Restored(long cents, long usable) {}

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
