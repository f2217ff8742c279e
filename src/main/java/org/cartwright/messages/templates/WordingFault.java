package org.cartwright.messages.templates;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.transport.PlainText;
import org.cartwright.platform.errors.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What keeps messages from being worded as somebody wants it.
 *
 * @param field which of the two it is about: {@code subject} or {@code text}
 * @param violation the same as the API says it
 */
public record WordingFault(Kind kind, String field, Violation violation) {

  /** What kind of fault it is. */
  public enum Kind {
    /** There is nothing but blanks. */
    EMPTY,
    /** It says more than fits. */
    TOO_LONG,
    /** A subject of several lines. */
    LINES,
    /** A text message has no subject. */
    NO_SUBJECT,
    /** Something in braces that the occasion does not know. */
    UNKNOWN_VARIABLE,
    /** The text lacks the link it is sent for. */
    LACKS_LINK
  }

  private static final String SUBJECT = "subject";
  private static final String TEXT = "text";

  static List<WordingFault> in(MessageTemplateChange wanted, Occasion occasion, Channel channel) {
    var found = new ArrayList<WordingFault>();
    checkSubject(wanted.subject(), occasion, channel, found);
    var text = wanted.text();
    if (text.isBlank()) {
      found.add(said(Kind.EMPTY, TEXT, "a message says something"));
    }
    var longest =
        channel == Channel.SMS
            ? MessageTemplateChange.LONGEST_SMS
            : MessageTemplateChange.LONGEST_EMAIL;
    checkLength(TEXT, text, longest, found);
    checkVariables(TEXT, text, occasion.variables(), found);
    if (occasion.needsLink() && !TextTemplate.variablesIn(text).contains(Occasion.LINK)) {
      found.add(said(Kind.LACKS_LINK, TEXT, "the text lacks {link}, where the patient is led"));
    }
    return found;
  }

  private static void checkSubject(
      @Nullable String subject, Occasion occasion, Channel channel, List<WordingFault> found) {
    if (channel == Channel.SMS) {
      if (subject != null) {
        found.add(said(Kind.NO_SUBJECT, SUBJECT, "an SMS has no subject"));
      }
    } else if (subject == null) {
      found.add(
          new WordingFault(
              Kind.EMPTY,
              SUBJECT,
              new Violation(List.of("body", SUBJECT), "Field required", "missing")));
    } else if (subject.isBlank() || !subject.strip().equals(PlainText.oneLine(subject))) {
      found.add(
          said(
              subject.isBlank() ? Kind.EMPTY : Kind.LINES,
              SUBJECT,
              "a subject is one line of text"));
    } else {
      checkLength(SUBJECT, subject, MessageTemplateChange.LONGEST_SUBJECT, found);
      var allowed = new ArrayList<>(occasion.variables());
      allowed.remove(Occasion.LINK);
      checkVariables(SUBJECT, subject, allowed, found);
    }
  }

  private static void checkLength(
      String field, String text, int longest, List<WordingFault> found) {
    if (text.length() > longest) {
      found.add(
          new WordingFault(
              Kind.TOO_LONG,
              field,
              new Violation(
                  List.of("body", field),
                  "String should have at most %d characters".formatted(longest),
                  "string_too_long")));
    }
  }

  private static void checkVariables(
      String field, String template, List<String> allowed, List<WordingFault> found) {
    for (var name : TextTemplate.variablesIn(template)) {
      if (!allowed.contains(name)) {
        found.add(
            said(
                Kind.UNKNOWN_VARIABLE,
                field,
                "there is no {%s} here, only {%s}".formatted(name, String.join("}, {", allowed))));
      }
    }
  }

  private static WordingFault said(Kind kind, String field, String sentence) {
    return new WordingFault(kind, field, Violation.inBody(sentence, field));
  }
}
