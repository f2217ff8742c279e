package org.cartwright.quotes.privacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.platform.privacy.Person;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.cartwright.platform.privacy.ThingsOf;
import org.cartwright.platform.privacy.Unsettled;
import org.cartwright.quotes.evidence.Acceptances;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is written on a person's quotes, who followed their links, and what was accepted. */
@Component
@Order(3)
class QuoteData implements PersonalDataHolder {

  private static final String OF_THE_QUOTES =
      "t.quote_id in (select q.id from quote q where q.tenant_id = :clinic and q.patient_id = :person)";

  private static final PersonalTable QUOTES =
      PersonalTable.of("Quotes", "quote", "t.patient_id = :person")
          .keeping("id cart_id patient_id creator_id status requires_patient_verification")
          .keeping("valid_until_date discount_kind discount_value subtotal discount_amount")
          .keeping("coupon_code coupon_amount fee tax_amount total currency market_id tax_mode")
          .keeping("country region tax_exempt supersedes_id converted_charge_id")
          .keeping("scheduled_date scheduled_method answer created_date updated_date")
          .keeping("sent_date viewed_date responded_date")
          .personal("title description terms internal_notes scheduled_message answer_message")
          .personal("preferred_payment_method_id postal_code")
          .erasing(PersonalTable.Erasure.MARKED_WORDS);

  private static final PersonalTable LINES =
      PersonalTable.of("Lines of quotes", "quote_line", OF_THE_QUOTES)
          .by("t.quote_id, t.position")
          .keeping("quote_id id kind item_id package_id name quantity unit_price price_source")
          .keeping("discount_kind discount_value gross discount_amount total_price share")
          .keeping("coupon_share tax_amount taxes created_date updated_date")
          .personal("description");

  private static final PersonalTable LINKS =
      PersonalTable.of("Links to quotes", "quote_link", OF_THE_QUOTES)
          .keeping("id quote_id tries created_date opened_date ended_date")
          .untold("token_hash");

  private static final PersonalTable EVENTS =
      PersonalTable.of("What happened to quotes", "quote_event", OF_THE_QUOTES)
          .keeping("id quote_id type actor key_id provider_id happened_date")
          .keeping("detail");

  private static final PersonalTable ACCEPTANCES =
      PersonalTable.of("What was accepted", "quote_acceptance", OF_THE_QUOTES)
          .by("t.quote_id")
          .keeping(
              "quote_id sha256 verification key_id provider_id language accepted_date redacted_date")
          .personal("content network_address user_agent")
          .erasing(PersonalTable.Erasure.BY_HOLDER);

  private static final String OPEN =
      """
      select id from quote
       where tenant_id = :clinic and patient_id = :person
         and (scheduled_date is not null
              or quote_status_at(status, valid_until_date, :now) in ('SENT', 'VIEWED', 'ACCEPTED'))
       order by id\
      """;

  private static final String END_LINKS =
      """
      update quote_link t set ended_date = :now
       where t.tenant_id = :clinic and t.ended_date is null and %s\
      """
          .formatted(OF_THE_QUOTES);

  private final JdbcClient jdbc;
  private final Acceptances acceptances;

  QuoteData(JdbcClient jdbc, Acceptances acceptances) {
    this.jdbc = jdbc;
    this.acceptances = acceptances;
  }

  @Override
  public List<PersonalTable> tables() {
    return List.of(QUOTES, LINES, LINKS, EVENTS, ACCEPTANCES);
  }

  @Override
  public List<ThingsOf> things() {
    return List.of(
        new ThingsOf(
            "quote", "select id from quote where tenant_id = :clinic and patient_id = :person"));
  }

  @Override
  public List<String> locks() {
    return List.of(
        """
        select id from quote where tenant_id = :clinic and patient_id = :person
         order by id for no key update\
        """);
  }

  @Override
  public List<Unsettled> unsettled() {
    return List.of(
        new Unsettled(
            "OPEN_QUOTES",
            "Quotes are with the patient, accepted, or wait to be sent: withdraw them, or convert them to charges.",
            OPEN));
  }

  /** Nobody comes in by a link any more, and what was accepted no longer says to whom. */
  @Override
  public void erase(Person person, Instant now) {
    jdbc.sql(END_LINKS)
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .param("clinic", person.tenant())
        .param("person", person.id())
        .update();
    acceptances.redactAllOf(person.id(), now);
  }
}
