package org.cartwright.messages.privacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cartwright.messages.Occasion;
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

  /** Messages, called {@code m}, about what is a person's: what that is depends on the occasion. */
  private static final String ABOUT_THEIRS =
      Arrays.stream(Occasion.values())
          .flatMap(occasion -> occasion.about().stream())
          .distinct()
          .map(
              kind ->
                  "m.about = any(:%s_ids) and m.occasion in (%s)".formatted(kind, occasions(kind)))
          .collect(Collectors.joining(" or ", "(", ")"));

  private static final PersonalTable MESSAGES =
      PersonalTable.of("Messages", "message", ABOUT_THEIRS.replace("m.", "t."))
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
              "t.id in (select m.id from message m where m.tenant_id = :clinic and %s)"
                  .formatted(ABOUT_THEIRS))
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
          select m.id, m.attempt_until from message m
           where m.tenant_id = :clinic and %s and m.status = 'WAITING'
           order by m.id
             for no key update)
      select id from held where attempt_until > :now order by id\
      """
          .formatted(ABOUT_THEIRS);

  private static final String GIVE_UP =
      """
      update message m
         set status = 'FAILED', last_failure = 'The patient was erased.', finished_date = :now,
             recipient = null, sender = null, subject = null, text = null, html = null, link = null,
             attachment = null, attachment_name = null, attempt_until = null, next_attempt_date = null
       where m.tenant_id = :clinic and %s and m.status = 'WAITING'\
      """
          .formatted(ABOUT_THEIRS);

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
        .params(person.parameters())
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .update();
  }

  /** The occasions on which somebody is written to about a kind of thing, as SQL has a list. */
  private static String occasions(String kind) {
    return Arrays.stream(Occasion.values())
        .filter(occasion -> occasion.about().filter(kind::equals).isPresent())
        .map(occasion -> "'" + occasion + "'")
        .collect(Collectors.joining(", "));
  }
}
