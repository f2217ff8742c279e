package org.cartwright.messages.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a message would read.
 *
 * @param sender the clinic's name, which stands above an e-mail
 * @param subject of an e-mail
 * @param text all of a text message; of an e-mail what readers without HTML see
 * @param blocks the paragraphs of an e-mail, one of which may be its button
 * @param label what the button says
 * @param link where it leads, if anywhere
 */
public record MessagePreview(
    String sender,
    @Nullable String subject,
    String text,
    List<MailBlock> blocks,
    String label,
    @Nullable String link) {

  /** A paragraph of lines of pieces; the one without lines is the button. */
  public record MailBlock(List<List<Piece>> lines) {

    static final MailBlock BUTTON = new MailBlock(List.of());

    public boolean isButton() {
      return lines.isEmpty();
    }
  }

  /** Some words, or the link. */
  public record Piece(String text, boolean isLink) {}
}
