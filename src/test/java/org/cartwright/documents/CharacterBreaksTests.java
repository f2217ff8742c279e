package org.cartwright.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterBreaksTests {

  private final CharacterBreaks breaks = new CharacterBreaks();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "Zoe\u0308 W\u0301\u0327X",
        "สมชายใจดี",
        "नमस्ते",
        "김민수 \u1112\u1161\u11ab",
        "👩‍⚕️💉🇩🇪🇫🇷",
        "a\r\nb\nc",
        "\uD800x\uDC00",
      })
  void theyAreWhereThePlatformHasThem(String text) {
    breaks.setText("something else before");
    breaks.next();

    breaks.setText(text);

    assertThat(all(breaks)).isEqualTo(ofThePlatform(text));
  }

  private static List<Integer> all(CharacterBreaks breaks) {
    var found = new ArrayList<Integer>();
    for (int at = breaks.next(); at != -1; at = breaks.next()) {
      found.add(at);
    }
    return found;
  }

  private static List<Integer> ofThePlatform(String text) {
    var platform = BreakIterator.getCharacterInstance(Locale.ROOT);
    platform.setText(text);
    var found = new ArrayList<Integer>();
    for (int at = platform.next(); at != BreakIterator.DONE; at = platform.next()) {
      found.add(at);
    }
    return found;
  }
}
