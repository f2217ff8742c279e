package org.cartwright.carts.privacy;

import java.util.List;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.cartwright.platform.privacy.ThingsOf;
import org.cartwright.platform.privacy.Unsettled;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is written on a person's carts. */
@Component
@Order(2)
class CartData implements PersonalDataHolder {

  private static final PersonalTable CARTS =
      PersonalTable.of("Carts", "cart", "t.patient_id = :person")
          .keeping("id patient_id creator_id status expires_date discount_kind discount_value")
          .keeping("subtotal discount_amount coupon_code coupon_amount fee tax_amount total")
          .keeping("currency market_id tax_mode country region tax_exempt")
          .keeping("converted_charge_id quote_id reserved_until")
          .keeping("created_date updated_date archived_date")
          .personal("notes postal_code")
          .erasing(PersonalTable.Erasure.MARKED_WORDS);

  private static final PersonalTable LINES =
      PersonalTable.of(
              "Lines of carts",
              "cart_line",
              "t.cart_id in (select c.id from cart c where c.tenant_id = :clinic and c.patient_id = :person)")
          .by("t.cart_id, t.position")
          .keeping("cart_id id kind item_id package_id name quantity unit_price price_source")
          .keeping("discount_kind discount_value gross discount_amount total_price share")
          .keeping("coupon_share tax_amount taxes created_date updated_date")
          .personal("notes");

  private static final String OPEN =
      """
      select id from cart
       where tenant_id = :clinic and patient_id = :person and archived_date is null
         and status in ('DRAFT', 'ABANDONED', 'ACCEPTED') and market_id is %s
       order by id\
      """;

  @Override
  public List<PersonalTable> tables() {
    return List.of(CARTS, LINES);
  }

  @Override
  public List<ThingsOf> things() {
    return List.of(
        new ThingsOf(
            "cart", "select id from cart where tenant_id = :clinic and patient_id = :person"));
  }

  @Override
  public List<String> locks() {
    return List.of(
        """
        select id from cart where tenant_id = :clinic and patient_id = :person
         order by id for no key update\
        """);
  }

  @Override
  public List<Unsettled> unsettled() {
    return List.of(
        new Unsettled(
            "OPEN_CARTS",
            "Carts are open: convert them to charges, or delete them.",
            OPEN.formatted("null")),
        new Unsettled(
            "OPEN_DRAFTS",
            "Draft orders are open: place them, or delete them.",
            OPEN.formatted("not null")));
  }
}
