package org.cartwright.messages.templates;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.messages.Channel;
import org.cartwright.messages.MessageWording;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.transport.PlainText;
import org.cartwright.platform.errors.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** How a clinic wants messages of an occasion to be worded on a channel. */
@Schema(
    description =
        "How messages are to be worded: plain text with variables in braces. A line "
            + "that has only variables, all of them empty, disappears.",
    example =
        """
        {"subject": "{clinic} has a quote for you", "text": "Dear {patient},\\n\\nhere is your quote over {total}:\\n\\n{link}\\n\\n{validUntil}"}""")
public record MessageTemplateChange(
    @Schema(description = "An e-mail needs one; an SMS has none.")
        @Size(min = 1, max = MessageTemplateChange.LONGEST_SUBJECT)
        @Nullable String subject,
    @Schema(description = "At most 5,000 characters; in an SMS 640.")
        @Size(min = 1, max = MessageTemplateChange.LONGEST_EMAIL)
        String text) {

  public static final int LONGEST_SUBJECT = 200;
  public static final int LONGEST_EMAIL = 5000;
  public static final int LONGEST_SMS = 640;

  /** What keeps messages of the occasion from being worded like that on the channel, if any. */
  public List<WordingFault> faults(Occasion occasion, Channel channel) {
    return WordingFault.in(this, occasion, channel);
  }

  /**
   * The wording, if messages of the occasion can be worded like that on the channel.
   *
   * @throws InvalidRequest with everything that is wrong
   */
  MessageWording checked(Occasion occasion, Channel channel) {
    InvalidRequest.throwIfAny(
        faults(occasion, channel).stream().map(WordingFault::violation).toList());
    return wording();
  }

  /** As it is kept. */
  MessageWording wording() {
    return new MessageWording(subject, PlainText.lines(text));
  }
}
