package org.cartwright.platform.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.cartwright.platform.json.ScalarReader.Unreadable;
import tools.jackson.databind.JsonNode;

/**
 * Reads numbers, spelled as JSON numbers or as text that holds nothing else. {@code 2.0} and {@code
 * "2"} are the integer 2, {@code 2.5} and {@code "2.5"} are none. Of a decimal number ten decimals
 * are kept.
 */
final class NumberReader {

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+(_\\d+)*(\\.0*)?");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+(_\\d+)*(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern NO_NUMBER =
      Pattern.compile("[+-]?(inf|infinity|nan)", Pattern.CASE_INSENSITIVE);

  /** Longer text is no number, as longer numbers are no JSON here. */
  private static final int LONGEST_TEXT = 400;

  /** Beyond what a binary fraction can hold nobody means a number. */
  private static final int HUGE = 308;

  /** As many decimals of a number are kept; what lies beyond is rounded half up, once, here. */
  private static final int DECIMALS = 10;

  private NumberReader() {}

  /** A whole number, as a {@code Long} or an {@code Integer}. */
  static Object integer(Class<?> type, JsonNode node) throws Unreadable {
    if (node.isString()) {
      return integer(type, node.stringValue());
    }
    if (!node.isNumber()) {
      throw new Unreadable("Input should be a valid integer", "int_type");
    }
    return integer(type, finite(node.decimalValue()));
  }

  /** A whole number that is spelled as text. */
  static Object integer(Class<?> type, String text) throws Unreadable {
    var digits = text.strip();
    if (digits.length() > LONGEST_TEXT || !INTEGER.matcher(digits).matches()) {
      throw new Unreadable(
          "Input should be a valid integer, unable to parse string as an integer", "int_parsing");
    }
    return integer(type, new BigDecimal(digits.replace("_", "")));
  }

  private static Object integer(Class<?> type, BigDecimal value) throws Unreadable {
    if (value.stripTrailingZeros().scale() > 0) {
      throw new Unreadable(
          "Input should be a valid integer, got a number with a fractional part", "int_from_float");
    }
    var whole = value.toBigInteger();
    var isInt = type == Integer.class || type == int.class;
    if (whole.bitLength() >= (isInt ? Integer.SIZE : Long.SIZE)) {
      throw new Unreadable(
          "Unable to parse input string as an integer, exceeded maximum size", "int_parsing_size");
    }
    return isInt ? (Object) whole.intValueExact() : (Object) whole.longValueExact();
  }

  /** A decimal number. */
  static BigDecimal decimal(JsonNode node) throws Unreadable {
    if (node.isString()) {
      return decimal(node.stringValue());
    }
    if (!node.isNumber()) {
      throw new Unreadable("Input should be a valid number", "float_type");
    }
    return kept(finite(node.decimalValue()));
  }

  private static BigDecimal decimal(String text) throws Unreadable {
    var digits = text.strip();
    if (NO_NUMBER.matcher(digits).matches()) {
      throw notFinite();
    }
    if (digits.length() > LONGEST_TEXT || !DECIMAL.matcher(digits).matches()) {
      throw new Unreadable(
          "Input should be a valid number, unable to parse string as a number", "float_parsing");
    }
    try {
      return kept(finite(new BigDecimal(digits.replace("_", ""))));
    } catch (NumberFormatException hugeExponent) {
      throw notFinite();
    }
  }

  /** Refuses exponents that would unfold into megabytes of digits. */
  private static BigDecimal finite(BigDecimal value) throws Unreadable {
    if (!isFinite(value)) {
      throw notFinite();
    }
    return plain(value);
  }

  /** Whether a number can be written out with a few hundred digits. */
  static boolean isFinite(BigDecimal value) {
    return Math.abs((long) value.scale()) <= HUGE && value.precision() <= HUGE;
  }

  private static BigDecimal kept(BigDecimal number) {
    return number.scale() <= DECIMALS
        ? number
        : plain(number.setScale(DECIMALS, RoundingMode.HALF_UP));
  }

  private static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static Unreadable notFinite() {
    return new Unreadable("Input should be a finite number", "finite_number");
  }
}
