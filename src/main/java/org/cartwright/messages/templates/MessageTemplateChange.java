package org.cartwright.messages.templates;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.messages.Channel;
import org.cartwright.messages.MessageWording;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.transport.PlainText;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.jspecify.annotations.Nullable;

/** How a clinic wants messages of an occasion to be worded on a channel. */
@Schema(
    description =
        "How messages are to be worded: plain text with variables in braces. A line of nothing but variables that are all empty disappears.",
    example =
        """
        {"subject": "{clinic} has a quote for you", "text": "Dear {patient},\\n\\nhere is your quote over {total}:\\n\\n{link}\\n\\n{validUntil}"}""")
record MessageTemplateChange(
    @Schema(description = "Of an e-mail, which needs one; an SMS has none.")
        @Size(min = 1, max = 200)
        @Nullable String subject,
    @Schema(description = "At most 5000 characters, of an SMS 640.") @Size(min = 1, max = 5000)
        String text) {

  private static final int LONGEST_SMS = 640;

  /**
   * The wording, if messages of the occasion can be worded like that on the channel.
   *
   * @throws InvalidRequest with everything that is wrong
   */
  MessageWording checked(Occasion occasion, Channel channel) {
    var found = new ArrayList<Violation>();
    checkSubject(occasion, channel, found);
    if (text.isBlank()) {
      found.add(Violation.inBody("a message says something", "text"));
    }
    if (channel == Channel.SMS && text.length() > LONGEST_SMS) {
      found.add(
          new Violation(
              List.of("body", "text"),
              "String should have at most %d characters".formatted(LONGEST_SMS),
              "string_too_long"));
    }
    checkVariables("text", text, occasion.variables(), found);
    if (occasion.needsLink() && !TextTemplate.variablesIn(text).contains(Occasion.LINK)) {
      found.add(Violation.inBody("the text lacks {link}, where the patient is led", "text"));
    }
    InvalidRequest.throwIfAny(found);
    return new MessageWording(subject, PlainText.lines(text));
  }

  private void checkSubject(Occasion occasion, Channel channel, List<Violation> found) {
    if (channel == Channel.SMS) {
      if (subject != null) {
        found.add(Violation.inBody("an SMS has no subject", "subject"));
      }
    } else if (subject == null) {
      found.add(new Violation(List.of("body", "subject"), "Field required", "missing"));
    } else if (subject.isBlank() || !subject.strip().equals(PlainText.oneLine(subject))) {
      found.add(Violation.inBody("a subject is one line of text", "subject"));
    } else {
      var allowed = new ArrayList<>(occasion.variables());
      allowed.remove(Occasion.LINK);
      checkVariables("subject", subject, allowed, found);
    }
  }

  private static void checkVariables(
      String field, String template, List<String> allowed, List<Violation> found) {
    for (var name : TextTemplate.variablesIn(template)) {
      if (!allowed.contains(name)) {
        found.add(
            Violation.inBody(
                "there is no {%s} here, only {%s}".formatted(name, String.join("}, {", allowed)),
                field));
      }
    }
  }
}
