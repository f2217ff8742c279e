package org.cartwright.charges.reading;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cartwright.charges.api.ChargeDetail;
import org.cartwright.charges.api.ChargeDetailWithItems;
import org.cartwright.charges.api.ChargeItem;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.charges.api.ChargeTimeline;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.platform.paging.Page;
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
public class ChargeQueries {

  private final JdbcClient jdbc;
  private final ChargeReader charges;
  private final ChargeTimelineReader timelines;
  private final ChargeSearch search;

  ChargeQueries(
      JdbcClient jdbc, ChargeReader charges, ChargeTimelineReader timelines, ChargeSearch search) {
    this.jdbc = jdbc;
    this.charges = charges;
    this.timelines = timelines;
    this.search = search;
  }

  /** A charge that was just opened, as it is answered to who opened it. */
  public ChargeDetail opened(String chargeId, List<ChargeItem> items) {
    return charges.opened(chargeId, items);
  }

  /**
   * One charge.
   *
   * @throws Missing if there is none with this id
   */
  public ChargeDetailWithItems get(String id) {
    requirePossible(id, "Charge");
    return charges.read(List.of(id)).stream().findFirst().orElseThrow(() -> Missing.a("Charge"));
  }

  /** What the amounts of charges are in, by their ids. */
  public Map<String, Currency> currencies(List<String> ids) {
    return charges.origins(ids).entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> it.getValue().currency()));
  }

  /**
   * What the amounts of a charge are in.
   *
   * @throws Missing if there is none with this id
   */
  public Currency currency(String id) {
    return origin(id).currency();
  }

  /**
   * Where a charge comes from.
   *
   * @throws Missing if there is none with this id
   */
  public ChargeOrigin origin(String id) {
    return Optional.ofNullable(charges.origins(List.of(id)).get(id))
        .orElseThrow(() -> Missing.a("Charge"));
  }

  /**
   * One page of what is looked for, newest first.
   *
   * @param page from 1 on
   */
  public Page<ChargeDetailWithItems> page(ChargeCriteria wanted, int page, int size) {
    return search.page(wanted, (page - 1L) * size, size).read(charges::read);
  }

  /**
   * The next chunk of the charges, newest first.
   *
   * @param patientId only this patient's, if given
   * @param status only those that stand so now, if given
   */
  public Window<ChargeDetailWithItems> chunk(
      @Nullable String patientId, @Nullable ChargeStatus status, KeysetScrollPosition position) {
    var after = KeysetPosition.after(position);
    var sql = new StringBuilder("select c.id, c.created_date from charge c");
    var parameters = new HashMap<String, Object>();
    sql.append(" where c.tenant_id = :tenant and (c.created_date, c.id) < (:afterDate, :afterId)");
    sql.append(ChargeSearch.standing(status));
    parameters.put("tenant", CurrentTenant.id());
    parameters.put("afterDate", OffsetDateTime.ofInstant(after.createdDate(), ZoneOffset.UTC));
    parameters.put("afterId", after.id());
    if (patientId != null) {
      sql.append(" and c.patient_id = :patient");
      parameters.put("patient", patientId);
    }
    sql.append(" order by c.created_date desc, c.id desc limit :limit");
    parameters.put("limit", KeysetPosition.CHUNK + 1);
    var found =
        jdbc.sql(sql.toString())
            .params(parameters)
            .query((row, n) -> KeysetPosition.read(row))
            .list();
    var ids = found.stream().limit(KeysetPosition.CHUNK).map(KeysetPosition::id).toList();
    return KeysetPosition.chunk(found, charges.read(ids));
  }

  /**
   * What happened to a charge, in order of time.
   *
   * @throws Missing if there is no such charge
   */
  public List<ChargeTimeline> timelineOfCharge(String id) {
    requirePossible(id, "Charge");
    return told(timelines.read(ChargeSelection.of(List.of(id)), payment -> true), "Charge");
  }

  /**
   * What happened to a payment, in order of time, beginning with the charge it was made for.
   *
   * @throws Missing if there is no such payment
   */
  public List<ChargeTimeline> timelineOfPayment(String id) {
    requirePossible(id, "Payment");
    return told(
        timelines.read(ChargeSelection.paidBy(id), payment -> payment.id().equals(id)), "Payment");
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
