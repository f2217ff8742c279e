package org.cartwright.platform.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.json.violations.ValuePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads single values as FastAPI services do, complaining in the words that their clients already
 * parse: text that spells a number, a day or yes and no is as good as the thing itself. But a
 * number is no text, and {@code true} is no number.
 */
final class ScalarReader {

  private static final Set<String> YES = Set.of("1", "on", "t", "true", "y", "yes");
  private static final Set<String> NO = Set.of("0", "off", "f", "false", "n", "no");

  private ScalarReader() {}

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
  static @Nullable Object read(Class<?> type, JsonNode node, ValuePath at, List<Violation> found) {
    try {
      return read(type, node);
    } catch (Unreadable complaint) {
      found.add(new Violation(at.loc(), complaint.msg, complaint.type));
      return null;
    }
  }

  /** The value of a query parameter or path segment, which is text whatever it means. */
  static @Nullable Object readText(
      Class<?> type, String text, ValuePath at, List<Violation> found) {
    try {
      return read(type, StringNode.valueOf(type.isEnum() ? word(type, text) : text));
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
      return bool(node);
    }
    if (type == BigDecimal.class) {
      return NumberReader.decimal(node);
    }
    if (type == LocalDate.class) {
      return date(node);
    }
    if (type == Moment.class) {
      return moment(node);
    }
    if (type == Instant.class) {
      return moment(node).firstInstantIn(() -> ZoneOffset.UTC);
    }
    if (type.isEnum()) {
      return constant(type, node);
    }
    return NumberReader.integer(type, node);
  }

  /** What is meant by a word of yes and no, in any case, or by 1 and 0. */
  private static boolean bool(JsonNode node) throws Unreadable {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (!node.isString() && !node.isNumber()) {
      throw new Unreadable("Input should be a valid boolean", "bool_type");
    }
    if (means(true, node)) {
      return true;
    }
    if (means(false, node)) {
      return false;
    }
    throw new Unreadable(
        "Input should be a valid boolean, unable to interpret input", "bool_parsing");
  }

  private static boolean means(boolean truth, JsonNode node) {
    return node.isString()
        ? (truth ? YES : NO).contains(node.stringValue().toLowerCase(Locale.ROOT))
        : node.decimalValue().compareTo(truth ? BigDecimal.ONE : BigDecimal.ZERO) == 0;
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

  /** A day, or its midnight: what comes of a date that went through a date-time on its way. */
  private static LocalDate date(JsonNode node) throws Unreadable {
    if (!node.isString()) {
      throw new Unreadable("Input should be a valid date", "date_type");
    }
    var written = Moment.written(node.stringValue());
    if (written == null) {
      throw new Unreadable(
          "Input should be a valid date in the format YYYY-MM-DD", "date_from_datetime_parsing");
    }
    if (!written.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw new Unreadable(
          "Datetimes provided to dates should have zero time - e.g. be exact dates",
          "date_from_datetime_inexact");
    }
    return written.toLocalDate();
  }

  private static Moment moment(JsonNode node) throws Unreadable {
    if (!node.isString()) {
      throw new Unreadable("Input should be a valid datetime", "datetime_type");
    }
    var moment = Moment.parse(node.stringValue());
    if (moment == null) {
      throw new Unreadable(
          "Input should be a valid datetime or date, in RFC 3339 form",
          "datetime_from_date_parsing");
    }
    return moment;
  }

  private static Object constant(Class<?> type, JsonNode node) throws Unreadable {
    var names = names(type);
    int index = node.isString() ? names.indexOf(node.stringValue()) : -1;
    if (index < 0) {
      throw new Unreadable("Input should be " + oneOf(names), "enum");
    }
    return type.getEnumConstants()[index];
  }

  /**
   * Words that are written as parameters are may be spelled as those may be: {@code createdDate} is
   * {@code created_date}, and {@code DESC} is {@code desc}.
   */
  private static String word(Class<?> choice, String text) {
    var snake = FieldSpelling.snake(text);
    return names(choice).contains(snake) ? snake : text;
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
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

    Violation at(ValuePath at) {
      return new Violation(at.loc(), msg, type);
    }
  }
}
