package org.cartwright.charges.privacy;

import java.util.List;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.cartwright.platform.privacy.ThingsOf;
import org.cartwright.platform.privacy.Unsettled;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is written on a person's charges, and what was paid and given back. */
@Component
@Order(5)
class ChargeData implements PersonalDataHolder {

  private static final String OF_THE_CHARGES =
      "t.charge_id in (select c.id from charge c where c.tenant_id = :clinic and c.patient_id = :person)";

  private static final PersonalTable CHARGES =
      PersonalTable.of("Charges", "charge", "t.patient_id = :person")
          .keeping("id patient_id creator_id external_id location_id source_kind source_id")
          .keeping("total currency tax_mode created_date voided_date is_open is_given_back")
          .personal("description event_id")
          .replaced("void_reason")
          .erasing(PersonalTable.Erasure.MARKED_WORDS);

  private static final PersonalTable ITEMS =
      PersonalTable.of("Items of charges", "charge_item", OF_THE_CHARGES)
          .by("t.charge_id, t.position")
          .keeping("charge_id id item_id package_id name quantity price discount_amount")
          .keeping("tax_amount taxes");

  private static final PersonalTable PAYMENTS =
      PersonalTable.of("Payments", "payment", OF_THE_CHARGES)
          .keeping("id charge_id medium amount currency created_date");

  private static final PersonalTable REFUNDS =
      PersonalTable.of("Refunds", "refund", OF_THE_CHARGES)
          .keeping("id payment_id charge_id amount currency reason provider_id location_id")
          .keeping("created_date")
          .personal("description");

  @Override
  public List<PersonalTable> tables() {
    return List.of(CHARGES, ITEMS, PAYMENTS, REFUNDS);
  }

  @Override
  public List<ThingsOf> things() {
    return List.of(
        new ThingsOf(
            "charge", "select id from charge where tenant_id = :clinic and patient_id = :person"),
        new ThingsOf(
            "payment",
            """
        select p.id from payment p join charge c on c.tenant_id = p.tenant_id and c.id = p.charge_id
         where c.tenant_id = :clinic and c.patient_id = :person\
        """),
        new ThingsOf(
            "refund",
            """
        select r.id from refund r join charge c on c.tenant_id = r.tenant_id and c.id = r.charge_id
         where c.tenant_id = :clinic and c.patient_id = :person\
        """));
  }

  @Override
  public List<String> locks() {
    return List.of(
        """
        select id from charge where tenant_id = :clinic and patient_id = :person
         order by id for no key update\
        """);
  }

  @Override
  public List<Unsettled> unsettled() {
    return List.of(
        new Unsettled(
            "OUTSTANDING_CHARGES",
            "Charges are not paid: settle them.",
            """
            select c.id from charge c join charge_balance b on b.tenant_id = c.tenant_id and b.id = c.id
             where c.tenant_id = :clinic and c.patient_id = :person and b.outstanding > 0
             order by c.id\
            """));
  }
}
