package org.cartwright.orders.privacy;

import java.util.List;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.cartwright.platform.privacy.ThingsOf;
import org.cartwright.platform.privacy.Unsettled;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whom a person's draft orders and orders name, where they go, and the addresses remembered. */
@Component
@Order(4)
class OrderData implements PersonalDataHolder {

  private static final String OF_THE_ORDERS =
      "t.order_id in (select o.id from placed_order o where o.tenant_id = :clinic and o.patient_id = :person)";

  private static final PersonalTable DRAFTS =
      PersonalTable.of("Draft orders", "draft_order", "t.cart_id = any(:cart_ids)")
          .by("t.cart_id")
          .keeping("cart_id category service_id payment_method billing_same_as_shipping")
          .keeping("created_date")
          .personal("contact_name contact_phone contact_email")
          .personal("shipping_name shipping_line1 shipping_line2 shipping_city shipping_region")
          .personal("shipping_postal_code shipping_country")
          .personal("billing_name billing_line1 billing_line2 billing_city billing_region")
          .personal("billing_postal_code billing_country internal_note")
          .untold("contact_text contact_digits");

  private static final PersonalTable ORDERS =
      PersonalTable.of("Orders", "placed_order", "t.patient_id = :person")
          .keeping("id number cart_id quote_id charge_id patient_id status currency market_id")
          .keeping("tax_mode country region tax_exempt coupon_code discount_kind")
          .keeping("discount_value subtotal discount_amount coupon_amount fee tax_amount total")
          .keeping("item_count billing_same_as_shipping category service_id service_name")
          .keeping("payment_method created_date updated_date approved_date cancelled_date")
          .personal("contact_name contact_email postal_code")
          .replaced("contact_phone cancel_reason")
          .personal("shipping_name shipping_line1 shipping_line2 shipping_city shipping_region")
          .personal("shipping_postal_code shipping_country")
          .personal("billing_name billing_line1 billing_line2 billing_city billing_region")
          .personal("billing_postal_code billing_country internal_note")
          .untold("search_text phone_digits")
          .erasing(PersonalTable.Erasure.MARKED_WORDS);

  private static final PersonalTable LINES =
      PersonalTable.of("Lines of orders", "order_line", OF_THE_ORDERS)
          .by("t.order_id, t.position")
          .keeping("order_id id kind item_id package_id name product_name variant_label")
          .keeping("quantity unit_price price_source discount_kind discount_value gross")
          .keeping("discount_amount total_price share coupon_share tax_amount taxes")
          .personal("notes");

  private static final PersonalTable EVENTS =
      PersonalTable.of("What happened to orders", "order_event", OF_THE_ORDERS)
          .keeping("id order_id type actor key_id happened_date")
          .personal("detail");

  private static final PersonalTable FULFILMENT =
      PersonalTable.of("Where goods are", "order_fulfilment", OF_THE_ORDERS)
          .by("t.order_id")
          .keeping("order_id status carrier created_date updated_date")
          .personal("tracking_number note");

  private static final PersonalTable ADDRESSES =
      PersonalTable.of("Addresses", "customer_address", "t.patient_id = :person")
          .keeping("id patient_id cart_id used_date")
          .personal("used_name used_line1 used_line2 used_city used_region used_postal_code")
          .personal("used_country")
          .untold("digest")
          .erasing(PersonalTable.Erasure.ROWS);

  @Override
  public List<PersonalTable> tables() {
    return List.of(DRAFTS, ORDERS, LINES, EVENTS, FULFILMENT, ADDRESSES);
  }

  @Override
  public List<ThingsOf> things() {
    return List.of(
        new ThingsOf(
            "order",
            "select id from placed_order where tenant_id = :clinic and patient_id = :person"));
  }

  @Override
  public List<String> locks() {
    return List.of(
        """
        select id from placed_order where tenant_id = :clinic and patient_id = :person
         order by id for no key update\
        """);
  }

  @Override
  public List<Unsettled> unsettled() {
    return List.of(
        new Unsettled(
            "OPEN_ORDERS",
            "Orders are not finished: see them delivered, or cancel them.",
            """
            select id from placed_order
             where tenant_id = :clinic and patient_id = :person and status in ('PENDING', 'APPROVED')
             order by id\
            """));
  }
}
