package org.cartwright.platform.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.charges.api.payments.PaymentMedium;
import org.cartwright.messages.Occasion;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.PaymentMethod;
import org.cartwright.quotes.evidence.Acceptance;
import org.cartwright.webhooks.api.DeliveryFailure;
import org.junit.jupiter.api.Test;

/**
 * What the house says to patients is whole in each of its languages; of the console's texts see
 * there.
 */
class HouseTextsTests {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path CONSOLE = RESOURCES.resolve("org/cartwright/console");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern GAP = Pattern.compile("\\{(\\w+)[^}]*}");

  /** What a text message has room for 160 of; of what else there is it has room for 70. */
  private static final String IN_EVERY_PHONE =
      "[@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà\\n{}]*";

  private final Properties english = texts("texts.properties");
  private final Properties spanish = texts("texts_es.properties");

  private static Properties texts(String name) {
    var texts = new Properties();
    for (var file : files(RESOURCES, it -> it.endsWith(name) && !it.startsWith(CONSOLE))) {
      var read = read(file);
      assertThat(texts.keySet()).as("said once").doesNotContainAnyElementsOf(read.keySet());
      texts.putAll(read);
    }
    return texts;
  }

  private static Properties read(Path file) {
    try (var reader = Files.newBufferedReader(file)) {
      var read = new Properties();
      read.load(reader);
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Iterable<Path> files(Path folder, Predicate<Path> wanted) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(wanted).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void spanishSaysAllThatEnglishSays() {
    assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (var key : english.stringPropertyNames()) {
      assertThat(spanish.getProperty(key)).as(key).isNotBlank();
      assertThat(gaps(spanish.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
      if (!key.startsWith("mail.")) {
        assertThat(english.getProperty(key) + spanish.getProperty(key)).as(key).doesNotContain("'");
      }
      if (key.endsWith(".sms")) {
        assertThat(spanish.getProperty(key)).as(key).matches(IN_EVERY_PHONE);
      }
    }
  }

  private static Set<String> gaps(String text) {
    var gaps = new TreeSet<String>();
    GAP.matcher(text).results().forEach(found -> gaps.add(found.group(1)));
    return gaps;
  }

  @Test
  void noKeyMeansTwoThings() {
    for (var file : files(CONSOLE, it -> it.endsWith("texts.properties"))) {
      assertThat(english.keySet())
          .as(file.toString())
          .doesNotContainAnyElementsOf(read(file).keySet());
    }
  }

  @Test
  void everyBundleIsSpokenFrom() throws IOException {
    var settings = Files.readString(RESOURCES.resolve("application.yaml"));
    for (var file : files(RESOURCES, it -> it.endsWith("texts.properties"))) {
      var name = RESOURCES.relativize(file).toString().replace(".properties", "");
      assertThat(settings).contains("      " + name);
    }
  }

  /** Keys that are put together end with the name of what they are about. */
  @Test
  void everythingThatHasANameHasAText() {
    var names =
        Stream.of(
                named("sheet.proof.", Acceptance.Verification.values()),
                named("receipt.medium.", PaymentMedium.values()),
                named("failure.", DeliveryFailure.values()),
                named("confirmation.by.", FulfilmentCategory.values()),
                named("confirmation.pays.", PaymentMethod.values()),
                Arrays.stream(Occasion.values())
                    .flatMap(
                        it ->
                            Stream.of("button", "subject", "email", "sms")
                                .map(part -> "mail.%s.%s".formatted(it, part))))
            .flatMap(keys -> keys)
            .collect(Collectors.toSet());

    assertThat(english.stringPropertyNames()).containsAll(names);
    for (var occasion : Occasion.values()) {
      for (var part : new String[] {"subject", "email", "sms"}) {
        assertThat(occasion.variables())
            .containsAll(gaps(english.getProperty("mail.%s.%s".formatted(occasion, part))));
      }
    }
    var all = all();
    assertThat(english.stringPropertyNames())
        .filteredOn(key -> !names.contains(key) && !all.contains("\"" + key + "\""))
        .allSatisfy(
            key -> assertThat(all).containsAnyOf("#{" + key + "}", "#{" + key + " ", prefix(key)));
  }

  @Test
  void whyAnEventWasNotDeliveredIsSaidAsItIsAnswered() {
    for (var failure : DeliveryFailure.values()) {
      var sentence = failure.sentence(503);
      assertThat(english.getProperty("failure." + failure).replace("{0}", "503"))
          .isEqualTo(sentence);
      assertThat(DeliveryFailure.of(sentence, 503)).hasValue(failure);
    }
    assertThat(DeliveryFailure.of("It answered 503.", 404)).isEmpty();
    assertThat(DeliveryFailure.of(null, 200)).isEmpty();
  }

  private static Stream<String> named(String prefix, Enum<?>[] constants) {
    return Arrays.stream(constants).map(it -> prefix + it);
  }

  /** As in {@code "page.empty" + asked} and {@code #{|page.${field.name}|}}. */
  private static String prefix(String key) {
    var stem = key.substring(0, key.lastIndexOf('.'));
    return stem.equals("page") ? "#{|page.${field.name}|}" : "\"" + stem;
  }

  /** All that is said somewhere. */
  private static String all() {
    var all = new StringBuilder();
    for (var folder : new Path[] {SOURCES, RESOURCES.resolve("templates/patient-page")}) {
      for (var file : files(folder, it -> true)) {
        try {
          all.append(Files.readString(file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return all.toString();
  }
}
