package org.cartwright.quotes.privacy;

import java.util.List;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.springframework.core.annotation.Order;
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
          .personal("preferred_payment_method_id postal_code");

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
          .keeping("id quote_id type actor key_id happened_date")
          .keeping("detail");

  private static final PersonalTable ACCEPTANCES =
      PersonalTable.of("What was accepted", "quote_acceptance", OF_THE_QUOTES)
          .by("t.quote_id")
          .keeping("quote_id sha256 verification key_id accepted_date")
          .personal("content network_address user_agent");

  @Override
  public List<PersonalTable> tables() {
    return List.of(QUOTES, LINES, LINKS, EVENTS, ACCEPTANCES);
  }

  @Override
  public List<String> things() {
    return List.of("select id from quote where tenant_id = :clinic and patient_id = :person");
  }
}
