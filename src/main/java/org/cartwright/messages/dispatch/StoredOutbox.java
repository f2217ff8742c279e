package org.cartwright.messages.dispatch;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartwright.messages.Channel;
import org.cartwright.messages.ChannelClosed;
import org.cartwright.messages.Message;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.Outbox;
import org.cartwright.messages.templates.MessageTemplates;
import org.cartwright.platform.Ids;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.scheduling.TaskQueue;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what is to leave the house in a table, and has each message dispatched after the commit.
 */
@Service
class StoredOutbox implements Outbox {

  private static final String FATES =
      """
      select distinct on (about) about, status, coalesce(finished_date, created_date) as at
        from message
       where tenant_id = ? and about = any(?) and occasion = ?
       order by about, created_date desc, id desc
      """;

  private final JdbcClient jdbc;
  private final MessageTransports transports;
  private final MessageTemplates templates;
  private final OutgoingMessageRepository messages;
  private final ApplicationEventPublisher announcements;
  private final EntityManager entities;
  private final TaskQueue tasks;
  private final Clock clock;

  StoredOutbox(
      JdbcClient jdbc,
      MessageTransports transports,
      MessageTemplates templates,
      OutgoingMessageRepository messages,
      ApplicationEventPublisher announcements,
      EntityManager entities,
      TaskQueue tasks,
      Clock clock) {
    this.jdbc = jdbc;
    this.transports = transports;
    this.templates = templates;
    this.messages = messages;
    this.announcements = announcements;
    this.entities = entities;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public String post(Message message) {
    if (!reaches(message.channel())) {
      throw new ChannelClosed(message.channel());
    }
    var now = clock.instant();
    var rendered = templates.word(Ids.next("msg"), message);
    entities.persist(new OutgoingMessage(rendered, message.occasion(), message.about(), now));
    tasks.schedule(DispatchTask.of(rendered.id()), now);
    return rendered.id();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void recall(Occasion occasion, String about, String why) {
    var now = clock.instant();
    for (var message : messages.lockWaiting(occasion, about)) {
      announcements.publishEvent(message.fail(why, now));
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Fate> fates(Occasion occasion, List<String> about) {
    if (about.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(FATES)
        .param(CurrentTenant.id())
        .param(about.toArray(String[]::new))
        .param(occasion.name())
        .query(
            (row, number) ->
                Map.entry(
                    row.getString("about"),
                    new Fate(State.valueOf(row.getString("status")), Columns.instant(row, "at"))))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public boolean reaches(Channel channel) {
    return transports.over(channel).isPresent();
  }
}
