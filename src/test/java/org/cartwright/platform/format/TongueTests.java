package org.cartwright.platform.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which language somebody is written to, and how figures are spelled for them. */
class TongueTests {

  @ParameterizedTest(name = "{0} at {1}: {2} with the figures of {3}")
  @CsvSource({
    ", en-US, en, en-US",
    ", es-MX, es, es-MX",
    ", de-DE, en, de-DE",
    "en, en-GB, en, en-GB",
    "en, de-DE, en, en-DE",
    "es, en-US, es, es-US",
    "es-MX, en-US, es, es-US",
    "ES, es-ES-u-nu-latn, es, es-ES-u-nu-latn",
    "fr, en-US, en, en-US",
    "fr, es-ES, es, es-ES",
    "es, en, es, es",
    "und, ja-JP, en, ja-JP",
  })
  void theWordsAreThePatientsAndTheSpellingThatOfWhereTheClinicIs(
      String own, String clinic, String words, String spelling) {
    var tongue = Tongue.of(own, Locale.forLanguageTag(clinic));

    assertThat(tongue.words().toLanguageTag()).isEqualTo(words);
    assertThat(tongue.spelling().toLanguageTag()).isEqualTo(spelling);
  }

  @Test
  void aBrowserIsAnsweredInTheFirstLanguageItAsksForThatIsSpokenHere() {
    var wished = Stream.of("fr-FR", "es-AR", "en").map(Locale::forLanguageTag);

    assertThat(Tongue.wished(wished).words()).isEqualTo(Locale.of("es"));
    assertThat(Tongue.wished(Stream.of(Locale.FRENCH))).isEqualTo(Tongue.ENGLISH);
  }
}
