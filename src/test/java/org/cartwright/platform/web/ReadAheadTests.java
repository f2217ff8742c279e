package org.cartwright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

/** Lists of figures, three in a chunk, whose position is the figure that was read last. */
class ReadAheadTests {

  private static final int CHUNK = 3;

  private final List<Integer> read = new ArrayList<>();
  private final List<Runnable> meanwhile = new ArrayList<>();

  private Window<Integer> read(KeysetScrollPosition position, int last) {
    int before = position.getKeys().get("at") instanceof Integer figure ? figure : 0;
    read.add(before);
    var figures = List.of(before + 1, before + 2, before + 3);
    return Window.from(figures, i -> at(figures.get(i)), before + CHUNK < last);
  }

  private static KeysetScrollPosition at(int figure) {
    return ScrollPosition.forward(Map.of("at", figure));
  }

  @Test
  void theNextChunkIsReadWhileThisOneIsWrittenAndNoneBeyond() {
    Executor later = meanwhile::add;
    var chunks = new ReadAhead<>(position -> read(position, 9), later);

    assertThat(chunks.after(ScrollPosition.keyset()).getContent()).containsExactly(1, 2, 3);
    assertThat(read).containsExactly(0);
    meanwhile.removeFirst().run();
    assertThat(read).containsExactly(0, 3);
    assertThat(meanwhile).isEmpty();
    assertThat(chunks.after(at(3)).getContent()).containsExactly(4, 5, 6);
    meanwhile.removeFirst().run();
    assertThat(chunks.after(at(6)).getContent()).containsExactly(7, 8, 9);
    assertThat(read).containsExactly(0, 3, 6);
    assertThat(meanwhile).isEmpty();
  }

  @Test
  void whatFailsMeanwhileFailsWhereTheChunkIsWantedAndAsItDid() {
    var failure = new IllegalStateException("the database is gone");
    var chunks =
        new ReadAhead<Integer>(
            position -> {
              if (position.isInitial()) {
                return read(position, 9);
              }
              throw failure;
            },
            Runnable::run);

    assertThat(chunks.after(ScrollPosition.keyset()).getContent()).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> chunks.after(at(3))).isSameAs(failure);
  }
}
