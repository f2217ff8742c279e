package org.cartwright.messages.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.cartwright.messages.templates.MessagePreview.MailBlock;
import org.cartwright.messages.templates.MessagePreview.Piece;
import org.cartwright.messages.transport.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Puts the text of an e-mail into HTML: the clinic's name on top, the paragraphs, and one button.
 * Where the link stands alone on a line the button takes its place; without such a line it comes
 * last.
 */
@Component
class HtmlMailRenderer {

  private static final Pattern PIECES =
      Pattern.compile("(?<=" + PlainText.LINK_MARK + ")|(?=" + PlainText.LINK_MARK + ")");

  private final ITemplateEngine thymeleaf;

  HtmlMailRenderer(ITemplateEngine thymeleaf) {
    this.thymeleaf = thymeleaf;
  }

  /**
   * @param text with {@link PlainText#LINK_MARK} wherever the link is
   * @param language of the house's words; said where it is not English
   */
  String html(
      String clinic,
      String subject,
      String text,
      String label,
      @Nullable String link,
      Locale language) {
    return thymeleaf.process(
        "mail/message",
        new Context(
            Locale.ROOT,
            Map.of(
                "clinic",
                clinic,
                "subject",
                subject,
                "blocks",
                blocks(text, link != null),
                "label",
                label,
                "link",
                link == null ? "" : link,
                "language",
                language.equals(Locale.ENGLISH) ? "" : language.getLanguage())));
  }

  /**
   * The paragraphs of a text.
   *
   * @param text with {@link PlainText#LINK_MARK} wherever the link is
   */
  static List<MailBlock> blocks(String text, boolean withButton) {
    var blocks = new ArrayList<MailBlock>();
    var lines = new ArrayList<List<Piece>>();
    for (var line : text.split("\n", -1)) {
      var isButton = line.strip().equals(PlainText.LINK_MARK);
      if ((line.isBlank() || isButton) && !lines.isEmpty()) {
        blocks.add(new MailBlock(List.copyOf(lines)));
        lines.clear();
      }
      if (isButton && !blocks.contains(MailBlock.BUTTON)) {
        blocks.add(MailBlock.BUTTON);
      } else if (!isButton && !line.isBlank()) {
        lines.add(pieces(line));
      }
    }
    if (!lines.isEmpty()) {
      blocks.add(new MailBlock(List.copyOf(lines)));
    }
    if (withButton && !blocks.contains(MailBlock.BUTTON)) {
      blocks.add(MailBlock.BUTTON);
    }
    return blocks;
  }

  private static List<Piece> pieces(String line) {
    return PIECES
        .splitAsStream(line)
        .map(piece -> new Piece(piece, piece.equals(PlainText.LINK_MARK)))
        .toList();
  }
}
