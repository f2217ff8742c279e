package org.cartwright.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicShapingTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "beh alone,                        \u0628,                   \uFE8F",
    "beh three times,                  \u0628\u0628\u0628,       \uFE91\uFE92\uFE90",
    "nothing is joined to an alef,     \u0628\u0627\u0628,       \uFE91\uFE8E\uFE8F",
    "nor to a hamza,                   \u0628\u0621,             \uFE8F\uFE80",
    "lam and alef are one,             \u0644\u0627,             \uFEFB",
    "and end a word as one,            \u0628\u0644\u0623,       \uFE91\uFEF8",
    "Persian letters join too,         \u06AF\u06CC\u067E,       \uFB94\uFBFF\uFB57",
    "and Urdu ones,                    \u0679\u06BE\u06D2,       \uFB68\uFBAD\uFBAF",
    "a mark is in nobody's way,        \u0628\u064E\u0628,       \uFE91\u064E\uFE90",
    "the non-joiner is,                \u0628\u200C\u0628,       \uFE8F\u200C\uFE8F",
    "a word ends where another begins, \u0628 \u0628,            \uFE8F \uFE8F",
    "Latin is no neighbour,            a\u0628b,                 a\uFE8Fb",
  })
  void takeTheShapeTheirNeighboursLeaveThem(String why, String text, String joined) {
    assertThat(ArabicShaping.joined(text)).as(why).isEqualTo(joined);
  }

  @Test
  void stayTheSameLetters() {
    var text = "فاطمة الزهراء پروین گلشیری ٹیپو سلطان";

    assertThat(Normalizer.normalize(ArabicShaping.joined(text), Normalizer.Form.NFKC))
        .isEqualTo(text);
  }

  @Test
  void leaveOtherTextAlone() {
    assertThat(ArabicShaping.joined("שרה Ada 王 💉")).isEqualTo("שרה Ada 王 💉");
  }
}
