package org.cartwright.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SealStripTests {

  private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

  private static SealedRow row(Instant moment, int number) {
    return new SealedRow("aud_" + number, moment, List.of("read"));
  }

  private static List<SealedRow> rows(Instant moment, int count) {
    return IntStream.range(0, count).mapToObj(number -> row(moment, number)).toList();
  }

  @Test
  void rowsOfOneMinuteAreOneStripUpToTwentyFive() {
    var strips = SealStrip.of(rows(NOON.plusMillis(59_999), 60));

    assertThat(strips).extracting(SealStrip::minute).containsOnly(NOON);
    assertThat(strips).extracting(strip -> strip.rows().size()).containsExactly(25, 25, 10);
  }

  @Test
  void aStripEndsWithItsMinute() {
    var strips =
        SealStrip.of(
            List.of(
                row(NOON.minusMillis(1), 1),
                row(NOON, 2),
                row(NOON.plusMillis(59_999), 3),
                row(NOON.plusSeconds(60), 4)));

    assertThat(strips)
        .containsExactly(
            new SealStrip(NOON.minusSeconds(60), List.of(row(NOON.minusMillis(1), 1))),
            new SealStrip(NOON, List.of(row(NOON, 2), row(NOON.plusMillis(59_999), 3))),
            new SealStrip(NOON.plusSeconds(60), List.of(row(NOON.plusSeconds(60), 4))));
  }

  @Test
  void nothingIsNoStrip() {
    assertThat(SealStrip.of(List.of())).isEmpty();
  }

  @Test
  void theSealsAreThoseOfRowsThatAreSealedOneByOne() {
    var rows = Stream.concat(rows(NOON, 30).stream(), Stream.of(row(NOON.plusSeconds(90), 31)));
    var all = rows.toList();
    var alone = new ArrayList<byte[]>();
    var last = SealedRow.NOTHING;
    for (var row : all) {
      last = row.seal("clinic", 7L + alone.size() + 1, last);
      alone.add(last);
    }

    var sealed = new ArrayList<byte[]>();
    last = SealedRow.NOTHING;
    for (var strip : SealStrip.of(all)) {
      sealed.addAll(strip.seals("clinic", 7L + sealed.size(), last));
      last = sealed.getLast();
    }

    assertThat(sealed).hasSize(31).containsExactlyElementsOf(alone);
  }
}
