package org.cartwright.messages.templates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Message;
import org.cartwright.messages.MessageWording;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.transport.PlainText;
import org.cartwright.messages.transport.RenderedMessage;
import org.cartwright.platform.texts.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a message in a wording: the variables get their values, and an e-mail its HTML. */
@Component
class MessageWriter {

  private final HtmlMailRenderer html;

  MessageWriter(HtmlMailRenderer html) {
    this.html = html;
  }

  RenderedMessage written(String id, Message message, MessageWording wording, Words words) {
    var button = HouseWording.button(message.occasion(), words);
    var values = values(message);
    var sender = sender(values);
    var link = message.link();
    var isEmail = message.channel() == Channel.EMAIL;
    var subject = isEmail ? subject(wording, values, sender) : null;
    return new RenderedMessage(
        id,
        message.channel(),
        message.recipient(),
        sender,
        subject,
        text(message, wording, values, button),
        subject == null
            ? null
            : html.html(
                sender,
                plainSubject(wording, values),
                marked(wording, link, values),
                button,
                link,
                words.tongue().words()),
        link,
        message.attachment());
  }

  /** The same in pieces, for a page that shows it. */
  MessagePreview preview(Message message, MessageWording wording, Words words) {
    var button = HouseWording.button(message.occasion(), words);
    var values = values(message);
    var sender = sender(values);
    var link = message.link();
    var isEmail = message.channel() == Channel.EMAIL;
    return new MessagePreview(
        sender,
        isEmail ? subject(wording, values, sender) : null,
        text(message, wording, values, button),
        isEmail ? HtmlMailRenderer.blocks(marked(wording, link, values), link != null) : List.of(),
        button,
        link);
  }

  private static Map<String, String> values(Message message) {
    var values = new HashMap<String, String>();
    message.variables().forEach((name, value) -> values.put(name, PlainText.lines(value).strip()));
    return values;
  }

  private static String sender(Map<String, String> values) {
    return PlainText.oneLine(values.getOrDefault("clinic", ""));
  }

  private static String plainSubject(MessageWording wording, Map<String, String> values) {
    return PlainText.oneLine(
        TextTemplate.fill(Objects.requireNonNullElse(wording.subject(), ""), values));
  }

  private static String subject(MessageWording wording, Map<String, String> values, String sender) {
    var subject = plainSubject(wording, values);
    return subject.isEmpty() ? sender : subject;
  }

  private static String text(
      Message message, MessageWording wording, Map<String, String> values, String button) {
    var link = message.link();
    var filled = TextTemplate.fill(wording.text(), with(link, values));
    if (link == null || mentionsLink(wording)) {
      return filled;
    }
    return switch (message.channel()) {
      case EMAIL -> "%s\n\n%s: %s".formatted(filled, button, link).strip();
      case SMS -> (filled + " " + link).strip();
    };
  }

  private static String marked(
      MessageWording wording, @Nullable String link, Map<String, String> values) {
    return TextTemplate.fill(
        wording.text(), with(link == null ? null : PlainText.LINK_MARK, values));
  }

  private static boolean mentionsLink(MessageWording wording) {
    return TextTemplate.variablesIn(wording.text()).contains(Occasion.LINK);
  }

  private static Map<String, String> with(@Nullable String link, Map<String, String> values) {
    var all = new HashMap<>(values);
    all.put(Occasion.LINK, link == null ? "" : link);
    return all;
  }
}
