package org.cartwright.webhooks.events;

import org.jspecify.annotations.Nullable;

/**
 * What an event says beside its object: ids, states, amounts; never who a patient is. It is JSON
 * exactly as {@code JSON.stringify} writes it, so that whoever parses and writes it again has the
 * bytes that were signed.
 */
public final class Facts {

  /** Up to here every whole number is one of JavaScript's. */
  private static final long LARGEST_WHOLE = (1L << 53) - 1;

  private static final int FIRST_PRINTABLE = 0x20;

  private final StringBuilder json = new StringBuilder("{");

  private Facts() {}

  static Facts none() {
    return new Facts();
  }

  /** A text; what is absent is {@code null}. */
  Facts with(String name, @Nullable String text) {
    name(name);
    if (text == null) {
      json.append("null");
    } else {
      quote(json, text);
    }
    return this;
  }

  /** A whole number. */
  Facts with(String name, long number) {
    if (Math.abs(number) > LARGEST_WHOLE) {
      throw new IllegalArgumentException("JavaScript has no such whole number");
    }
    name(name);
    json.append(number);
    return this;
  }

  private void name(String name) {
    if (!name.matches("[a-zA-Z]+")) {
      throw new IllegalArgumentException("JavaScript may put this name elsewhere: " + name);
    }
    if (json.length() > 1) {
      json.append(',');
    }
    quote(json, name);
    json.append(':');
  }

  /** Writes a text as {@code JSON.stringify} does. */
  public static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < FIRST_PRINTABLE || isLoneSurrogate(text, i)) {
            json.append("\\u%04x".formatted((int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }

  private static boolean isLoneSurrogate(String text, int at) {
    var c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /** As JSON. */
  @Override
  public String toString() {
    return json + "}";
  }
}
