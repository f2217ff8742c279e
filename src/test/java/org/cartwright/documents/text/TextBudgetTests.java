package org.cartwright.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long texts are taken apart, so that the time to set them grows with their length only. */
class TextBudgetTests {

  @ParameterizedTest
  @ValueSource(strings = {"A word. ", "Zeile\n", "王小明", "👩‍👩‍👧 ", "محمد "})
  void aLongTextIsTakenApartWhereALineMayEndAndNothingIsLost(String words) {
    var text = words.repeat(50_000 / words.length());

    var pieces = TextBudget.pieces(text);

    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(pieces)
        .hasSizeBetween(25, 30)
        .allMatch(piece -> piece.length() <= TextBudget.LONGEST_PIECE);
  }

  @Test
  void whereALineCannotEndThePieceIsLonger() {
    var word = "x".repeat(5_000);

    assertThat(TextBudget.pieces(word + " " + word + " end"))
        .containsExactly(word + " ", word + " ", "end");
  }

  @Test
  void aTextOfOrdinaryLengthStaysWhole() {
    var text = "a ".repeat(TextBudget.LONGEST_PIECE / 2);

    assertThat(TextBudget.pieces(text)).containsExactly(text);
  }
}
