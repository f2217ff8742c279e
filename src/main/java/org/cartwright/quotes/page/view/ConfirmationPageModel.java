package org.cartwright.quotes.page.view;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cartwright.platform.texts.Words;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.quotes.page.session.ConfirmationInput;
import org.jspecify.annotations.Nullable;

/**
 * What is asked before anything is shown.
 *
 * @param fields what is to be filled in for a date of birth; none for the end of a phone number
 * @param example of a date
 * @param mishap what was the matter with what was said before
 */
public record ConfirmationPageModel(List<Field> fields, String example, @Nullable String mishap) {

  /**
   * A part of a date.
   *
   * @param letter that stands for it in patterns
   * @param autofill what browsers know it as
   */
  record Field(String name, char letter, String autofill, int length, String example) {}

  /** Its longest name in Spanish has a letter more than the longest in English. */
  private static final Field SPANISH_MONTH = new Field("month", 'M', "bday-month", 10, "3");

  private static final List<Field> DATE =
      List.of(
          new Field("day", 'd', "bday-day", 2, "31"),
          new Field("month", 'M', "bday-month", 9, "3"),
          new Field("year", 'y', "bday-year", 4, "1980"));

  public static ConfirmationPageModel of(
      LinkVisit visit, Words words, Optional<ConfirmationInput.Mishap> mishap) {
    var isDate = visit.challenge() == LinkVisit.Challenge.DATE_OF_BIRTH;
    var fields = isDate ? inOrderOf(words.tongue().spelling()) : List.<Field>of();
    return new ConfirmationPageModel(
        fields,
        fields.stream().map(Field::example).collect(Collectors.joining(" ")),
        mishap
            .map(it -> words.say(key(it, isDate, visit.triesLeft()), visit.triesLeft()))
            .orElse(null));
  }

  /** Public for the template. */
  public boolean isDate() {
    return !fields.isEmpty();
  }

  /** In the order in which the clinic's patients write a date. */
  private static List<Field> inOrderOf(Locale locale) {
    var pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    return DATE.stream()
        .map(
            field ->
                field.letter() == 'M' && locale.getLanguage().equals("es") ? SPANISH_MONTH : field)
        .sorted(Comparator.comparingInt((Field field) -> pattern.indexOf(field.letter())))
        .toList();
  }

  private static String key(ConfirmationInput.Mishap mishap, boolean isDate, int triesLeft) {
    var asked = isDate ? ".date" : ".ending";
    return switch (mishap) {
      case EMPTY -> "page.empty" + asked;
      case IMPOSSIBLE -> "page.impossible" + asked;
      case WRONG -> triesLeft == 1 ? "page.wrong.last" : "page.wrong";
    };
  }
}
