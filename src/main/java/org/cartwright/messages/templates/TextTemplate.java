package org.cartwright.messages.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text with variables in braces. */
final class TextTemplate {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}\\n]{0,100})}");

  private TextTemplate() {}

  /** What stands in braces in a text, whether or not there is such a variable. */
  static List<String> variablesIn(String text) {
    return VARIABLE.matcher(text).results().map(found -> found.group(1)).distinct().toList();
  }

  /**
   * The text with values instead of variables, put in literally. A line of nothing but variables
   * that are all empty disappears, and so does the paragraph it was.
   */
  static String fill(String text, Map<String, String> values) {
    var lines = new ArrayList<String>();
    for (var line : text.split("\n", -1)) {
      var filled = fillLine(line, values).stripTrailing();
      if (!filled.isEmpty() || !VARIABLE.matcher(line).find()) {
        lines.add(filled);
      }
    }
    return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
  }

  private static String fillLine(String line, Map<String, String> values) {
    return VARIABLE
        .matcher(line)
        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
  }
}
