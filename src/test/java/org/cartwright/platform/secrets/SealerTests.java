package org.cartwright.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.testing.CartwrightTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class SealerTests {

  @Autowired private Sealer seals;

  @Test
  void aSealIsGoodForItsTextAndPurposeAlone() {
    var seal = seals.seal("one", "text");

    assertThat(seal).matches("[A-Za-z0-9_-]{43}").isEqualTo(seals.seal("one", "text"));
    assertThat(seals.isGood("one", "text", seal)).isTrue();
    assertThat(seals.isGood("other", "text", seal)).isFalse();
    assertThat(seals.isGood("one", "texts", seal)).isFalse();
    assertThat(seals.isGood("one", "text", seal.substring(1))).isFalse();
    assertThat(seals.isGood("one", "text", "")).isFalse();
  }
}
