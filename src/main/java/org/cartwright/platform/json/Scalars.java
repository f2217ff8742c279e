package org.cartwright.platform.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cartwright.platform.errors.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads single values: strictly, and complaining in the words that clients of FastAPI services
 * already parse. A number is not a string, {@code true} is not a number, {@code 2.0} is the integer
 * 2 and {@code 2.5} is none. Of a decimal number ten decimals are kept.
 */
final class Scalars {

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+(\\.0+)?");
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  /** As many decimals of a number are kept; what lies beyond is rounded half up, once, here. */
  private static final int DECIMALS = 10;

  /** Beyond what a binary fraction can hold nobody means a number. */
  private static final int HUGE = 308;

  private Scalars() {}

  /** Whether values of this type are read here. */
  static boolean reads(Class<?> type) {
    return type == String.class
        || type == Integer.class
        || type == int.class
        || type == Long.class
        || type == long.class
        || type == BigDecimal.class
        || type == Boolean.class
        || type == boolean.class
        || type == LocalDate.class
        || type == Moment.class
        || type == Instant.class
        || type.isEnum();
  }

  /** The value of a JSON node, or nothing after a complaint. */
  static @Nullable Object read(Class<?> type, JsonNode node, Trail at, List<Violation> found) {
    try {
      return read(type, node);
    } catch (Unreadable complaint) {
      found.add(new Violation(at.loc(), complaint.msg, complaint.type));
      return null;
    }
  }

  /** The value of a query parameter or path segment, which is text whatever it means. */
  static @Nullable Object readText(Class<?> type, String text, Trail at, List<Violation> found) {
    try {
      if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
        if (!INTEGER.matcher(text).matches()) {
          throw new Unreadable(
              "Input should be a valid integer, unable to parse string as an integer",
              "int_parsing");
        }
        return integer(type, new BigDecimal(text.length() > 40 ? "1e40" : text));
      }
      if (type == Boolean.class || type == boolean.class) {
        return switch (text) {
          case "true", "True", "1" -> true;
          case "false", "False", "0" -> false;
          default ->
              throw new Unreadable(
                  "Input should be a valid boolean, unable to interpret input", "bool_parsing");
        };
      }
      return read(type, StringNode.valueOf(text));
    } catch (Unreadable complaint) {
      found.add(new Violation(at.loc(), complaint.msg, complaint.type));
      return null;
    }
  }

  private static Object read(Class<?> type, JsonNode node) throws Unreadable {
    if (type == String.class) {
      return string(node);
    }
    if (type == Boolean.class || type == boolean.class) {
      if (node.isBoolean()) {
        return node.booleanValue();
      }
      throw new Unreadable("Input should be a valid boolean", "bool_type");
    }
    if (type == BigDecimal.class) {
      return number(node);
    }
    if (type == LocalDate.class) {
      return date(node);
    }
    if (type == Moment.class) {
      return moment(node);
    }
    if (type == Instant.class) {
      return moment(node).instant().orElseThrow(Scalars::noMoment);
    }
    if (type.isEnum()) {
      return constant(type, node);
    }
    return integer(type, node);
  }

  private static String string(JsonNode node) throws Unreadable {
    if (!node.isString()) {
      throw new Unreadable("Input should be a valid string", "string_type");
    }
    var text = node.stringValue();
    if (!isStorable(text)) {
      throw new Unreadable(
          "Input should be a valid string, without NUL characters or lone surrogates",
          "string_unicode");
    }
    return text;
  }

  /** PostgreSQL keeps no NUL character, and half a surrogate pair is no character at all. */
  static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static Object integer(Class<?> type, JsonNode node) throws Unreadable {
    if (node.isString() && !INTEGER.matcher(node.stringValue()).matches()) {
      throw new Unreadable(
          "Input should be a valid integer, unable to parse string as an integer", "int_parsing");
    }
    if (!node.isNumber()) {
      throw new Unreadable("Input should be a valid integer", "int_type");
    }
    return integer(type, finite(node));
  }

  private static Object integer(Class<?> type, BigDecimal value) throws Unreadable {
    if (value.stripTrailingZeros().scale() > 0) {
      throw new Unreadable(
          "Input should be a valid integer, got a number with a fractional part", "int_from_float");
    }
    var whole = value.toBigInteger();
    var isInt = type == Integer.class || type == int.class;
    if (whole.abs().compareTo(isInt ? BigInteger.valueOf(Integer.MAX_VALUE) : LONG_MAX) > 0) {
      throw new Unreadable(
          "Unable to parse input string as an integer, exceeded maximum size", "int_parsing_size");
    }
    return isInt ? (Object) whole.intValueExact() : (Object) whole.longValueExact();
  }

  private static BigDecimal number(JsonNode node) throws Unreadable {
    if (node.isString()) {
      throw new Unreadable(
          "Input should be a valid number, unable to parse string as a number", "float_parsing");
    }
    if (!node.isNumber()) {
      throw new Unreadable("Input should be a valid number", "float_type");
    }
    return kept(finite(node));
  }

  private static BigDecimal kept(BigDecimal number) {
    return number.scale() <= DECIMALS
        ? number
        : plain(number.setScale(DECIMALS, RoundingMode.HALF_UP));
  }

  /** Refuses exponents that would unfold into megabytes of digits. */
  static BigDecimal finite(JsonNode node) throws Unreadable {
    var value = node.decimalValue();
    if (Math.abs((long) value.scale()) > HUGE || value.precision() > HUGE) {
      throw new Unreadable("Input should be a finite number", "finite_number");
    }
    return plain(value);
  }

  private static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static LocalDate date(JsonNode node) throws Unreadable {
    if (!node.isString()) {
      throw new Unreadable("Input should be a valid date", "date_type");
    }
    try {
      var date = LocalDate.parse(node.stringValue());
      if (date.getYear() < 1 || date.getYear() > 9999) {
        throw new DateTimeException("year");
      }
      return date;
    } catch (DateTimeException e) {
      throw new Unreadable(
          "Input should be a valid date in the format YYYY-MM-DD", "date_from_datetime_parsing");
    }
  }

  private static Unreadable noMoment() {
    return new Unreadable(
        "Input should be a valid datetime or date, in RFC 3339 form", "datetime_from_date_parsing");
  }

  private static Moment moment(JsonNode node) throws Unreadable {
    if (!node.isString()) {
      throw new Unreadable("Input should be a valid datetime", "datetime_type");
    }
    var moment = Moment.parse(node.stringValue());
    if (moment == null) {
      throw noMoment();
    }
    return moment;
  }

  private static Object constant(Class<?> type, JsonNode node) throws Unreadable {
    var names = Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
    int index = node.isString() ? names.indexOf(node.stringValue()) : -1;
    if (index < 0) {
      throw new Unreadable("Input should be " + oneOf(names), "enum");
    }
    return type.getEnumConstants()[index];
  }

  private static String oneOf(List<String> names) {
    var quoted = new ArrayList<>(names.stream().map(n -> "'" + n + "'").toList());
    if (quoted.size() == 1) {
      return quoted.getFirst();
    }
    var last = quoted.removeLast();
    return quoted.stream().collect(Collectors.joining(", ")) + " or " + last;
  }

  /** Why a value cannot be read. */
  static final class Unreadable extends Exception {

    private final String msg;
    private final String type;

    Unreadable(String msg, String type) {
      super(msg, null, false, false);
      this.msg = msg;
      this.type = type;
    }

    Violation at(Trail at) {
      return new Violation(at.loc(), msg, type);
    }
  }
}
