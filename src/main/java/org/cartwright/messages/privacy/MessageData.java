package org.cartwright.messages.privacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.platform.privacy.Person;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.cartwright.platform.privacy.Unsettled;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written to people about what is a person's. */
@Component
@Order(6)
class MessageData implements PersonalDataHolder {

  /** Whoever has a link can do what it is for: words are told without it. */
  private static final String WITHOUT_LINK =
      "coalesce(replace(replace(t.%1$s, t.link, '[link]'), replace(t.link, '&', '&amp;'), '[link]'), t.%1$s)";

  private static final PersonalTable MESSAGES =
      PersonalTable.of("Messages", "message", "t.about = any(:things)")
          .keeping("id occasion channel about status attempts created_date finished_date")
          .personal("recipient sender subject attachment attachment_name")
          .secret("text html link")
          .telling("text", WITHOUT_LINK.formatted("text"))
          .telling("html", WITHOUT_LINK.formatted("html"))
          .replaced("last_failure");

  private static final PersonalTable CAUGHT =
      PersonalTable.of(
              "Messages in the inbox",
              "caught_message",
              "t.id in (select m.id from message m where m.tenant_id = :clinic and m.about = any(:things))")
          .keeping("id channel sent_date")
          .personal("recipient subject attachment attachment_name")
          .secret("text html link")
          .telling("text", WITHOUT_LINK.formatted("text"))
          .telling("html", WITHOUT_LINK.formatted("html"))
          .erasing(PersonalTable.Erasure.ROWS);

  /** Holds on to all that wait, so that none of them sets out meanwhile. */
  private static final String LEAVING =
      """
      with held as (
          select id, attempt_until from message
           where tenant_id = :clinic and about = any(:things) and status = 'WAITING'
           order by id
             for no key update)
      select id from held where attempt_until > :now order by id\
      """;

  private static final String GIVE_UP =
      """
      update message
         set status = 'FAILED', last_failure = 'The patient was erased.', finished_date = :now,
             recipient = null, sender = null, subject = null, text = null, html = null, link = null,
             attachment = null, attachment_name = null, attempt_until = null, next_attempt_date = null
       where tenant_id = :clinic and about = any(:things) and status = 'WAITING'\
      """;

  private final JdbcClient jdbc;

  MessageData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<PersonalTable> tables() {
    return List.of(MESSAGES, CAUGHT);
  }

  @Override
  public List<Unsettled> unsettled() {
    return List.of(
        new Unsettled(
            "MESSAGES_LEAVING",
            "Messages are just leaving the house: try again in half a minute.",
            LEAVING));
  }

  /** What still waits to be sent is not sent any more. */
  @Override
  public void erase(Person person, Instant now) {
    jdbc.sql(GIVE_UP)
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .param("clinic", person.tenant())
        .param("things", person.things().toArray(String[]::new))
        .update();
  }
}
