package org.cartwright.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A request and the recorded answer to it.
 *
 * @param directives lines after the first one: headers, and what begins with {@code @}
 * @param answer the status line and the body as the file has them; empty if not yet recorded
 */
record Exchange(
    String title, String method, String path, List<String> directives, String body, String answer) {

  private static final Pattern START = Pattern.compile("(?m)^### ");
  private static final Pattern ANSWER = Pattern.compile("(?m)^HTTP \\d{3}");

  static List<Exchange> allIn(String file) {
    var parts = START.split(file, -1);
    var exchanges = new ArrayList<Exchange>();
    for (int i = 1; i < parts.length; i++) {
      exchanges.add(of(parts[i]));
    }
    return exchanges;
  }

  /** What the file has before the first exchange. */
  static String preambleOf(String file) {
    return START.split(file, -1)[0];
  }

  private static Exchange of(String text) {
    var found = ANSWER.matcher(text);
    var answer = "";
    if (found.find()) {
      answer = text.substring(found.start()).strip();
      text = text.substring(0, found.start());
    }
    var lines = text.lines().toList();
    var request = lines.get(1).split(" ", 2);
    int blank = 2;
    while (blank < lines.size() && !lines.get(blank).isBlank()) {
      blank++;
    }
    var body = String.join("\n", lines.subList(Math.min(blank, lines.size()), lines.size()));
    return new Exchange(
        lines.getFirst(),
        request[0],
        request[1],
        List.copyOf(lines.subList(2, blank)),
        body.strip(),
        answer);
  }

  Exchange answered(String now) {
    return new Exchange(title, method, path, directives, body, now);
  }

  @Override
  public String toString() {
    var text = new StringBuilder("### " + title + "\n" + method + " " + path + "\n");
    directives.forEach(line -> text.append(line).append('\n'));
    if (!body.isEmpty()) {
      text.append('\n').append(body).append('\n');
    }
    return text.append('\n').append(answer).append("\n\n").toString();
  }
}
