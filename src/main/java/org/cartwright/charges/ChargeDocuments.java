package org.cartwright.charges;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.NewestFirst;
import org.cartwright.platform.rows.Columns;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Charges and payments as they are served. */
@Repository
@Transactional(readOnly = true)
class ChargeDocuments {

  private final JdbcClient jdbc;
  private final ChargeReader charges;
  private final TimelineReader timelines;

  ChargeDocuments(JdbcClient jdbc, ChargeReader charges, TimelineReader timelines) {
    this.jdbc = jdbc;
    this.charges = charges;
    this.timelines = timelines;
  }

  /** A charge that was just opened, as it is answered to who opened it. */
  ChargeDetail opened(String chargeId, List<ChargeItem> items) {
    return charges.opened(chargeId, items);
  }

  /**
   * One charge.
   *
   * @throws Missing if there is none with this id
   */
  ChargeDetailWithItems get(String id) {
    requirePossible(id, "Charge");
    return charges.read(List.of(id)).stream().findFirst().orElseThrow(() -> Missing.a("Charge"));
  }

  /**
   * The next chunk of the charges, newest first.
   *
   * @param patientId only this patient's, if given
   * @param status only those that stand so now, if given
   */
  Window<ChargeDetailWithItems> chunk(
      @Nullable String patientId, @Nullable ChargeStatus status, KeysetScrollPosition position) {
    var after = NewestFirst.after(position);
    var sql = new StringBuilder("select c.id, c.created_date from charge c");
    var parameters = new HashMap<String, Object>();
    if (status != null) {
      sql.append(
          " join charge_balance b on b.tenant_id = c.tenant_id and b.id = c.id and b.status ="
              + " :status");
      parameters.put("status", status.name());
    }
    sql.append(" where c.tenant_id = :tenant and (c.created_date, c.id) < (:afterDate, :afterId)");
    parameters.put("tenant", CurrentTenant.id());
    parameters.put("afterDate", OffsetDateTime.ofInstant(after.createdDate(), ZoneOffset.UTC));
    parameters.put("afterId", after.id());
    if (patientId != null) {
      sql.append(" and c.patient_id = :patient");
      parameters.put("patient", patientId);
    }
    sql.append(" order by c.created_date desc, c.id desc limit :limit");
    parameters.put("limit", NewestFirst.CHUNK + 1);
    var found =
        jdbc.sql(sql.toString())
            .params(parameters)
            .query(
                (row, n) ->
                    new NewestFirst(Columns.instant(row, "created_date"), row.getString("id")))
            .list();
    var ids = found.stream().limit(NewestFirst.CHUNK).map(NewestFirst::id).toList();
    return NewestFirst.chunk(found, charges.read(ids));
  }

  /**
   * What happened to a charge, in order of time.
   *
   * @throws Missing if there is no such charge
   */
  List<ChargeTimeline> timelineOfCharge(String id) {
    requirePossible(id, "Charge");
    return told(timelines.read(WantedCharges.of(List.of(id)), payment -> true), "Charge");
  }

  /**
   * What happened to a payment, in order of time, beginning with the charge it was made for.
   *
   * @throws Missing if there is no such payment
   */
  List<ChargeTimeline> timelineOfPayment(String id) {
    requirePossible(id, "Payment");
    return told(
        timelines.read(WantedCharges.paidBy(id), payment -> payment.id().equals(id)), "Payment");
  }

  private static List<ChargeTimeline> told(List<ChargeTimeline> timeline, String kind) {
    if (timeline.isEmpty()) {
      throw Missing.a(kind);
    }
    return timeline;
  }

  private static void requirePossible(String id, String kind) {
    if (!Ids.isPossible(id)) {
      throw Missing.a(kind);
    }
  }
}
