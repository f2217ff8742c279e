package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.quotes.state.QuoteValidity;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The status that a quote has at a moment is written twice, for one quote and for many: here they
 * are held against each other in every status and around every boundary.
 */
@CartwrightTest
class QuoteStatusInSqlTests {

  private static final List<Instant> ENDS =
      List.of(
          Instant.EPOCH,
          Instant.parse("2026-03-29T01:00:00Z"),
          Instant.parse("2026-12-31T23:59:59.999999Z"),
          Instant.parse("9999-12-31T23:59:59Z"));

  private static final long[] MICROS_AROUND = {-86_400_000_000L, -1, 0, 1, 86_400_000_000L};

  /** A stored status, an end of validity and a moment, with what becomes of them. */
  private record Case(
      QuoteStatus stored, @Nullable Instant end, Instant moment, QuoteStatus status) {}

  private static List<Case> grid() {
    var grid = new ArrayList<Case>();
    for (var stored : QuoteStatus.values()) {
      for (var around : ENDS) {
        for (var micros : MICROS_AROUND) {
          var moment = around.plus(micros, ChronoUnit.MICROS);
          grid.add(of(stored, around, moment));
          grid.add(of(stored, null, moment));
        }
      }
    }
    return grid;
  }

  private static Case of(QuoteStatus stored, @Nullable Instant end, Instant moment) {
    return new Case(stored, end, moment, new QuoteValidity(end).statusAt(stored, moment));
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
    return moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private static String inSql(JdbcClient database, Case c) {
    return database
        .sql("select quote_status_at(?, cast(? as timestamptz), cast(? as timestamptz))")
        .params(Arrays.asList(c.stored().name(), at(c.end()), at(c.moment())))
        .query(String.class)
        .single();
  }

  @Test
  void theDatabaseSaysTheSameInEveryStatusAtEveryMoment() throws SQLException {
    try (var connection = TestDatabase.shared().superuser()) {
      var database = JdbcClient.create(new SingleConnectionDataSource(connection, true));

      assertThat(grid())
          .hasSize(7 * 4 * 5 * 2)
          .allSatisfy(
              c -> assertThat(inSql(database, c)).as(c.toString()).isEqualTo(c.status().name()));
    }
  }

  @Test
  void bothSayWhatTheTableOfMovesAllows() {
    var end = ENDS.get(1);

    for (var stored : QuoteStatus.values()) {
      var mayExpire = stored.mayBecome(QuoteStatus.EXPIRED);
      var validity = new QuoteValidity(end);
      assertThat(validity.statusAt(stored, end.minusNanos(1000))).isEqualTo(stored);
      assertThat(validity.statusAt(stored, end))
          .isEqualTo(mayExpire ? QuoteStatus.EXPIRED : stored);
      assertThat(validity.runsOut(stored, end)).isEqualTo(mayExpire);
    }
  }
}
