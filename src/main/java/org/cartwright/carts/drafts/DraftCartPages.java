package org.cartwright.carts.drafts;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.cartwright.platform.paging.KeysetPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which carts that are sold in a market stand on a page, and what all that are meant come to: two
 * statements, however many there are. The transaction sees one moment.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DraftCartPages {

  /** So many are sorted by name rather than looked for by it. */
  private static final int FEW = 1_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  DraftCartPages(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What the carts of a market come to.
   *
   * @param total at most as much as a figure can be
   */
  public record Sum(String marketId, long drafts, long total) {}

  /**
   * One page.
   *
   * @param sums of all that are meant, by market
   * @param ids of those on the page, in order
   */
  public record Found(List<Sum> sums, List<String> ids) {

    /** How many are meant in all. */
    public long total() {
      return sums.stream().mapToLong(Sum::drafts).sum();
    }
  }

  /** One page of those that are meant. */
  public Found page(
      DraftCartCriteria wanted, DraftCartSort sort, boolean ascending, long offset, int size) {
    if (wanted.isNothing()) {
      return new Found(List.of(), List.of());
    }
    var parameters = wanted.parameters(clock.instant());
    var sums =
        jdbc.sql(
                wanted.isFound()
                    ? new DraftCartSearch(wanted).sums()
                    : new DraftCartScan(wanted).sums())
            .params(parameters)
            .query(
                (row, n) ->
                    new Sum(
                        row.getString("market_id"), row.getLong("drafts"), row.getLong("total")))
            .list();
    var all = new Found(sums, List.of());
    return offset >= all.total()
        ? all
        : new Found(sums, ids(sql(wanted, sort, ascending, all.total(), offset, size), parameters));
  }

  private static String sql(
      DraftCartCriteria wanted,
      DraftCartSort sort,
      boolean ascending,
      long total,
      long offset,
      int size) {
    if (wanted.isFound()) {
      return new DraftCartSearch(wanted).page(sort, ascending, offset, size);
    }
    var scan = new DraftCartScan(wanted);
    if (sort != DraftCartSort.CUSTOMER) {
      return scan.page(sort, ascending, total, offset, size);
    }
    return total <= FEW
        ? scan.pageOfFew(ascending, FEW, offset, size)
        : scan.pageByCustomer(ascending, offset, size);
  }

  /** The next chunk of all that are meant, newest first, in one more entry than it holds. */
  public List<KeysetPosition> chunk(DraftCartCriteria wanted, KeysetPosition after) {
    if (wanted.isNothing()) {
      return List.of();
    }
    int size = KeysetPosition.CHUNK + 1;
    return jdbc.sql(
            wanted.isFound()
                ? new DraftCartSearch(wanted).chunk(size)
                : new DraftCartScan(wanted).chunk(size))
        .params(wanted.parameters(clock.instant()))
        .param("afterDate", OffsetDateTime.ofInstant(after.createdDate(), ZoneOffset.UTC))
        .param("afterId", after.id())
        .query((row, n) -> KeysetPosition.read(row))
        .list();
  }

  private List<String> ids(String sql, Map<String, Object> parameters) {
    return jdbc.sql(sql).params(parameters).query((row, n) -> row.getString("id")).list();
  }
}
