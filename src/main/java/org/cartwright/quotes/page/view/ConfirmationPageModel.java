package org.cartwright.quotes.page.view;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
  record Field(
      String name, String label, char letter, String autofill, int length, String example) {}

  private static final List<Field> DATE =
      List.of(
          new Field("day", "Day", 'd', "bday-day", 2, "31"),
          new Field("month", "Month", 'M', "bday-month", 9, "3"),
          new Field("year", "Year", 'y', "bday-year", 4, "1980"));

  public static ConfirmationPageModel of(
      LinkVisit visit, Locale locale, Optional<ConfirmationInput.Mishap> mishap) {
    var isDate = visit.challenge() == LinkVisit.Challenge.DATE_OF_BIRTH;
    var fields = isDate ? inOrderOf(locale) : List.<Field>of();
    return new ConfirmationPageModel(
        fields,
        fields.stream().map(Field::example).collect(Collectors.joining(" ")),
        mishap.map(it -> sentence(it, isDate, visit.triesLeft())).orElse(null));
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
        .sorted(Comparator.comparingInt((Field field) -> pattern.indexOf(field.letter())))
        .toList();
  }

  private static String sentence(ConfirmationInput.Mishap mishap, boolean isDate, int triesLeft) {
    return switch (mishap) {
      case EMPTY -> isDate ? "Fill in the day, the month and the year." : "Fill in four digits.";
      case IMPOSSIBLE ->
          isDate
              ? "That is no date of birth. Write the year with four digits."
              : "Write four digits and nothing else.";
      case WRONG ->
          "That does not match our records. "
              + (triesLeft == 1
                  ? "1 try left; after that this link stops working."
                  : triesLeft + " tries left.");
    };
  }
}
