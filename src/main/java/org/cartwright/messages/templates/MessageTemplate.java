package org.cartwright.messages.templates;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.cartwright.messages.Channel;
import org.cartwright.messages.MessageWording;
import org.cartwright.messages.Occasion;
import org.jspecify.annotations.Nullable;

/** How messages of an occasion are worded on a channel. */
@Schema(description = "How messages of an occasion are worded on a channel.")
public record MessageTemplate(
    Occasion occasion,
    Channel channel,
    @Schema(
            description = "For an e-mail only; an SMS has none.",
            example = "Your quote from {clinic}")
        @Nullable String subject,
    @Schema(description = "Plain text with variables in braces.", example = "Hello {patient} …")
        String text,
    @Schema(description = "Whether these are the default words.") boolean isDefault,
    @Schema(description = "The default subject.") @Nullable String defaultSubject,
    @Schema(description = "The default text.") String defaultText,
    @Schema(
            description = "The variables that may stand in braces.",
            example = "[\"clinic\", \"patient\", \"title\"]")
        List<String> variables) {

  /** With the clinic's own wording, if it has one. */
  static MessageTemplate of(
      Occasion occasion, Channel channel, MessageWording house, @Nullable MessageWording own) {
    var used = own == null ? house : own;
    return new MessageTemplate(
        occasion,
        channel,
        used.subject(),
        used.text(),
        own == null,
        house.subject(),
        house.text(),
        occasion.variables());
  }
}
