package org.cartwright.messages.templates;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Message;
import org.cartwright.messages.MessageWording;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.transport.RenderedMessage;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.texts.Texts;
import org.cartwright.platform.texts.Words;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the clinic that is asking words its messages: its own templates, else the house's, which are
 * shown in the language of the clinic's locale.
 */
@Service
public class MessageTemplates {

  private final JdbcClient jdbc;
  private final MessageWriter writer;
  private final Tenants tenants;
  private final Texts texts;
  private final Clock clock;

  MessageTemplates(
      JdbcClient jdbc, MessageWriter writer, Tenants tenants, Texts texts, Clock clock) {
    this.jdbc = jdbc;
    this.writer = writer;
    this.tenants = tenants;
    this.texts = texts;
    this.clock = clock;
  }

  /** All templates there are, in a fixed order. */
  @Transactional(readOnly = true)
  public List<MessageTemplate> all() {
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
        all.add(template(occasion, channel, own.get(occasion.name() + channel.name())));
      }
    }
    return all;
  }

  /** One of them. */
  @Transactional(readOnly = true)
  public MessageTemplate get(Occasion occasion, Channel channel) {
    return template(occasion, channel, own(occasion, channel).orElse(null));
  }

  /** The same, held so that nobody else changes it before the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public MessageTemplate held(Occasion occasion, Channel channel) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('message_template'), hashtext(?))")
        .param(CurrentTenant.id())
        .query(row -> {});
    return get(occasion, channel);
  }

  /**
   * How a message of the occasion would read if it were worded like that, with values as examples;
   * also where it cannot be, since whoever words it is not done yet.
   */
  public MessagePreview preview(Occasion occasion, Channel channel, MessageTemplateChange wanted) {
    var words = words(null);
    return writer.preview(
        ExampleMessage.of(occasion, channel, tenants.current(), words), wanted.wording(), words);
  }

  /**
   * Words messages like this from now on.
   *
   * @throws InvalidRequest with everything that is wrong with them
   */
  @Transactional
  public MessageTemplate change(Occasion occasion, Channel channel, MessageTemplateChange wanted) {
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
    return template(occasion, channel, wording);
  }

  /** Goes back to the house's own words; does nothing where they are used already. */
  @Transactional
  public MessageTemplate reset(Occasion occasion, Channel channel) {
    Trail.changed("message_template", occasion + "." + channel, "subject", "text");
    jdbc.sql("delete from message_template where tenant_id = ? and occasion = ? and channel = ?")
        .param(CurrentTenant.id())
        .param(occasion.name())
        .param(channel.name())
        .update();
    return template(occasion, channel, null);
  }

  /**
   * Puts a message into words: the clinic's own as they are, the house's in the language of whoever
   * gets it. Joins the caller's transaction.
   */
  public RenderedMessage word(String id, Message message) {
    var occasion = message.occasion();
    var channel = message.channel();
    var words = words(message.language());
    return writer.written(
        id,
        message,
        own(occasion, channel).orElseGet(() -> HouseWording.of(occasion, channel, words)),
        words);
  }

  private Words words(@Nullable String language) {
    return texts.in(tenants.current().tongue(language));
  }

  private MessageTemplate template(
      Occasion occasion, Channel channel, @Nullable MessageWording own) {
    return MessageTemplate.of(
        occasion, channel, HouseWording.of(occasion, channel, words(null)), own);
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
