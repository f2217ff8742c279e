package org.cartwright.quotes.page.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cartwright.platform.format.Tongue;
import org.cartwright.quotes.delivery.LinkVisit;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said to prove who they are: either something that can be looked at, or what is the
 * matter with it. What cannot be right is told at once and counts as no try.
 *
 * @param text as the check of it wants it
 */
public record ConfirmationInput(@Nullable String text, @Nullable Mishap mishap) {

  /** Why there is something to be said again. */
  public enum Mishap {
    /** Nothing, or not everything, was filled in. */
    EMPTY,
    /** There is no such day, or it is still to come; or it is not four digits. */
    IMPOSSIBLE,
    /** It was looked at, and is not what is on file. */
    WRONG;

    /** As it stands in an address. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Mishap> of(@Nullable String word) {
      return Arrays.stream(values()).filter(mishap -> mishap.word().equals(word)).findFirst();
    }
  }

  private static final Pattern DIGITS =
      Pattern.compile("\\d{1,4}", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern FOUR_DIGITS =
      Pattern.compile("\\d{4}", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int FEWEST_LETTERS = 3;
  private static final int FIRST_YEAR = 1880;

  /** What the form's fields say. */
  public static ConfirmationInput in(
      HttpServletRequest request, LinkVisit.Challenge challenge, Clock clock) {
    return challenge == LinkVisit.Challenge.DATE_OF_BIRTH
        ? day(
            field(request, "day"),
            field(request, "month"),
            field(request, "year"),
            // Somewhere it is tomorrow already.
            LocalDate.ofInstant(clock.instant(), ZoneId.of("Pacific/Kiritimati")))
        : digits(field(request, "said"));
  }

  private static String field(HttpServletRequest request, String name) {
    var value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  static ConfirmationInput day(String day, String month, String year, LocalDate today) {
    if (day.isEmpty() || month.isEmpty() || year.isEmpty()) {
      return mishap(Mishap.EMPTY);
    }
    try {
      var said = LocalDate.of(number(year), month(month), number(day));
      return said.getYear() < FIRST_YEAR || said.isAfter(today)
          ? mishap(Mishap.IMPOSSIBLE)
          : new ConfirmationInput(said.toString(), null);
    } catch (DateTimeException noSuchDay) {
      return mishap(Mishap.IMPOSSIBLE);
    }
  }

  private static ConfirmationInput digits(String said) {
    if (said.isEmpty()) {
      return mishap(Mishap.EMPTY);
    }
    return FOUR_DIGITS.matcher(said).matches()
        ? new ConfirmationInput("%04d".formatted(Integer.parseInt(said)), null)
        : mishap(Mishap.IMPOSSIBLE);
  }

  private static ConfirmationInput mishap(Mishap mishap) {
    return new ConfirmationInput(null, mishap);
  }

  private static int number(String text) {
    if (!DIGITS.matcher(text).matches()) {
      throw new DateTimeException("no number");
    }
    return Integer.parseInt(text);
  }

  /**
   * A month by its number, or by its name in a language of the house, or the beginning of it. None
   * begins in one language like another one in the other.
   */
  private static int month(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(Month.values())
        .filter(month -> lower.length() >= FEWEST_LETTERS && isCalled(month, lower))
        .findFirst()
        .map(Month::getValue)
        .orElseGet(() -> number(text));
  }

  private static boolean isCalled(Month month, String beginning) {
    return Tongue.SPOKEN.stream()
        .map(language -> month.getDisplayName(TextStyle.FULL, Locale.of(language)))
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(beginning));
  }
}
