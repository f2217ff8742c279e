package org.cartwright.messages.templates;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Message;
import org.cartwright.messages.MessageWording;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.transport.PlainText;
import org.cartwright.messages.transport.RenderedMessage;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the clinic that is asking words its messages: its own templates, else the house's. */
@Service
public class MessageTemplates {

  private final JdbcClient jdbc;
  private final HtmlMailRenderer html;
  private final Clock clock;

  MessageTemplates(JdbcClient jdbc, HtmlMailRenderer html, Clock clock) {
    this.jdbc = jdbc;
    this.html = html;
    this.clock = clock;
  }

  /** All templates there are, in a fixed order. */
  @Transactional(readOnly = true)
  List<MessageTemplate> all() {
    var own = new HashMap<String, MessageWording>();
    jdbc.sql("select occasion, channel, subject, text from message_template where tenant_id = ?")
        .param(CurrentTenant.id())
        .query(
            row -> {
              own.put(
                  row.getString("occasion") + row.getString("channel"),
                  new MessageWording(row.getString("subject"), row.getString("text")));
            });
    var all = new ArrayList<MessageTemplate>();
    for (var occasion : Occasion.values()) {
      for (var channel : Channel.values()) {
        all.add(MessageTemplate.of(occasion, channel, own.get(occasion.name() + channel.name())));
      }
    }
    return all;
  }

  /** Words messages like this from now on. */
  @Transactional
  MessageTemplate change(Occasion occasion, Channel channel, MessageTemplateChange wanted) {
    var wording = wanted.checked(occasion, channel);
    Trail.changed("message_template", occasion + "." + channel, "subject", "text");
    jdbc.sql(
            """
            insert into message_template (tenant_id, occasion, channel, subject, text, updated_date)
            values (?, ?, ?, ?, ?, cast(? as timestamptz))
            on conflict (tenant_id, occasion, channel) do update
               set subject = excluded.subject, text = excluded.text, updated_date = excluded.updated_date
            """)
        .param(CurrentTenant.id())
        .param(occasion.name())
        .param(channel.name())
        .param(wording.subject())
        .param(wording.text())
        .param(clock.instant().toString())
        .update();
    return MessageTemplate.of(occasion, channel, wording);
  }

  /** Goes back to the house's own words; does nothing where they are used already. */
  @Transactional
  MessageTemplate reset(Occasion occasion, Channel channel) {
    Trail.changed("message_template", occasion + "." + channel, "subject", "text");
    jdbc.sql("delete from message_template where tenant_id = ? and occasion = ? and channel = ?")
        .param(CurrentTenant.id())
        .param(occasion.name())
        .param(channel.name())
        .update();
    return MessageTemplate.of(occasion, channel, null);
  }

  /** Puts a message into words. Joins the caller's transaction. */
  public RenderedMessage word(String id, Message message) {
    var occasion = message.occasion();
    var wording =
        own(occasion, message.channel()).orElse(occasion.defaultWording(message.channel()));
    var values = new HashMap<String, String>();
    message.variables().forEach((name, value) -> values.put(name, PlainText.lines(value).strip()));
    var sender = PlainText.oneLine(values.getOrDefault("clinic", ""));
    return switch (message.channel()) {
      case EMAIL -> email(id, message, sender, wording, values);
      case SMS -> sms(id, message, sender, wording, values);
    };
  }

  private RenderedMessage email(
      String id,
      Message message,
      String sender,
      MessageWording wording,
      Map<String, String> values) {
    var subject = PlainText.oneLine(TextTemplate.fill(String.valueOf(wording.subject()), values));
    var link = message.link();
    var label = message.occasion().buttonLabel();
    var filled = TextTemplate.fill(wording.text(), with(link, values));
    var text =
        link == null || mentionsLink(wording)
            ? filled
            : "%s\n\n%s: %s".formatted(filled, label, link).strip();
    var marked =
        TextTemplate.fill(wording.text(), with(link == null ? null : PlainText.LINK_MARK, values));
    return new RenderedMessage(
        id,
        Channel.EMAIL,
        message.recipient(),
        sender,
        subject.isEmpty() ? sender : subject,
        text,
        html.html(sender, subject, marked, label, link),
        link);
  }

  private static RenderedMessage sms(
      String id,
      Message message,
      String sender,
      MessageWording wording,
      Map<String, String> values) {
    var link = message.link();
    var filled = TextTemplate.fill(wording.text(), with(link, values));
    var text = link == null || mentionsLink(wording) ? filled : (filled + " " + link).strip();
    return new RenderedMessage(
        id, Channel.SMS, message.recipient(), sender, null, text, null, link);
  }

  private static boolean mentionsLink(MessageWording wording) {
    return TextTemplate.variablesIn(wording.text()).contains(Occasion.LINK);
  }

  private static Map<String, String> with(@Nullable String link, Map<String, String> values) {
    var all = new HashMap<>(values);
    all.put(Occasion.LINK, link == null ? "" : link);
    return all;
  }

  private Optional<MessageWording> own(Occasion occasion, Channel channel) {
    return jdbc.sql(
            "select subject, text from message_template where tenant_id = ? and occasion = ? and channel = ?")
        .param(CurrentTenant.id())
        .param(occasion.name())
        .param(channel.name())
        .query((row, number) -> new MessageWording(row.getString(1), row.getString(2)))
        .optional();
  }
}
