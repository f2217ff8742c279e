package org.cartwright.answers;

/**
 * JSON with white space for people, and without. Only white space comes and goes: order, spelling
 * of numbers and escapes stay as they are, so that the one tells every byte of the other.
 */
final class Indented {

  private Indented() {}

  /** One value a line; empty arrays and objects stay together. */
  static String of(String json) {
    var text = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quoted) {
        text.append(c);
        if (c == '\\') {
          text.append(json.charAt(++i));
        } else if (c == '"') {
          quoted = false;
        }
        continue;
      }
      switch (c) {
        case '{', '[' -> {
          text.append(c);
          if (i + 1 < json.length() && json.charAt(i + 1) == closing(c)) {
            text.append(json.charAt(++i));
          } else {
            newLine(text, ++depth);
          }
        }
        case '}', ']' -> {
          newLine(text, --depth);
          text.append(c);
        }
        case ',' -> {
          text.append(c);
          newLine(text, depth);
        }
        case ':' -> text.append(": ");
        default -> {
          text.append(c);
          quoted = c == '"';
        }
      }
    }
    return text.toString();
  }

  /** The same without any white space between its values. */
  static String undone(String indented) {
    var json = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < indented.length(); i++) {
      char c = indented.charAt(i);
      if (quoted) {
        json.append(c);
        if (c == '\\') {
          json.append(indented.charAt(++i));
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c != ' ' && c != '\n') {
        json.append(c);
        quoted = c == '"';
      }
    }
    return json.toString();
  }

  private static char closing(char opening) {
    return opening == '{' ? '}' : ']';
  }

  private static void newLine(StringBuilder text, int depth) {
    text.append('\n').repeat("  ", Math.max(0, depth));
  }
}
