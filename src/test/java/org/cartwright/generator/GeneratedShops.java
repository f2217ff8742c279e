package org.cartwright.generator;

import java.time.Clock;
import org.cartwright.tenancy.operator.TenantProvisioning;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.springframework.core.env.Environment;

/**
 * Shops of any size with two markets, {@code m_us} and {@code m_ca}: of the carts of a generated
 * clinic, those that were converted stand for orders and all others are drafts.
 */
public final class GeneratedShops {

  private GeneratedShops() {}

  /** Makes a shop of so many carts, about a third of which were placed. */
  public static Clinic open(
      String tenant,
      int carts,
      TenantProvisioning opening,
      Environment environment,
      Clinics clinics,
      Clock clock)
      throws Exception {
    var shop = GeneratedClinics.open(tenant, carts, opening, environment, clinics, clock);
    TestDatabase.shared()
        .executeAsSuperuser(
            """
            insert into market (tenant_id, id, code, name, countries, currency, prices_include_tax, is_default,
                                is_used, is_archived, created_date)
            values ('{shop}', 'm_us', 'US', 'United States', '{US}', 'USD', false, true, true, false, now()),
                   ('{shop}', 'm_ca', 'CA', 'Canada', '{CA}', 'USD', false, false, true, false, now())"""
                .replace("{shop}", tenant),
            """
            insert into fulfilment_service (tenant_id, id, market_id, category, name, is_active, created_date)
            values ('{shop}', 'express', 'm_us', 'SHIPPING', 'Express', true, now())"""
                .replace("{shop}", tenant),
            """
            update cart set tax_mode = 'EXCLUSIVE', tax_exempt = false,
                            market_id = case when hashtext(id) % 3 = 0 then 'm_ca' else 'm_us' end
             where tenant_id = '{shop}' and status <> 'CONVERTED'"""
                .replace("{shop}", tenant),
            """
            insert into draft_order (tenant_id, cart_id, contact_name, contact_phone, contact_email,
                                     billing_same_as_shipping, created_date)
            select c.tenant_id, c.id, p.first_name || ' ' || p.last_name, p.phone_number, p.email, true, c.created_date
              from cart c join patient p on p.tenant_id = c.tenant_id and p.id = c.patient_id
             where c.tenant_id = '{shop}' and c.market_id is not null"""
                .replace("{shop}", tenant),
            """
            insert into placed_order (
                tenant_id, id, version, number, cart_id, charge_id, patient_id, status, currency, market_id, tax_mode,
                tax_exempt, discount_kind, discount_value, subtotal, discount_amount, coupon_amount, fee, tax_amount,
                total, item_count, contact_name, contact_phone, contact_email, billing_same_as_shipping, category,
                service_id, service_name, payment_method, created_date, updated_date, approved_date, cancelled_date,
                cancel_reason)
            select tenant_id, 'ord_' || number, 0, number, id, converted_charge_id, patient_id, status, currency,
                   case when number % 3 = 0 then 'm_ca' else 'm_us' end, 'EXCLUSIVE', false, discount_kind,
                   discount_value, subtotal, discount_amount, 0, 0, tax_amount, total, 1, contact, phone, email, true,
                   'SHIPPING', 'express', 'Express', 'CARD', created_date, updated_date,
                   case when status in ('APPROVED', 'FULFILLED') then updated_date end,
                   case when status = 'CANCELLED' then updated_date end,
                   case when status = 'CANCELLED' then 'Ordered twice' end
              from (select c.tenant_id, c.id, c.converted_charge_id, c.patient_id, c.currency, c.discount_kind,
                           c.discount_value, c.subtotal, c.discount_amount, c.tax_amount, c.total, c.created_date,
                           c.updated_date, row_number() over newest as number, p.email,
                           p.first_name || ' ' || p.last_name as contact, coalesce(p.phone_number, '+1 555') as phone,
                           case when row_number() over newest % 50 = 1 then 'PENDING'
                                when row_number() over newest % 50 = 2 then 'APPROVED'
                                when row_number() over newest % 20 = 0 then 'CANCELLED' else 'FULFILLED' end as status
                      from cart c join patient p on p.tenant_id = c.tenant_id and p.id = c.patient_id
                     where c.tenant_id = '{shop}' and c.status = 'CONVERTED'
                    window newest as (order by c.created_date, c.id)) placed"""
                .replace("{shop}", tenant));
    return shop;
  }

  /** Does for all that are open what autovacuum would have done meanwhile. */
  public static void settle() {
    TestDatabase.shared()
        .executeAsSuperuser(
            "vacuum (analyze) cart, cart_order, cart_tally, draft_order, placed_order",
            "vacuum (analyze) draft_cart_order, draft_cart_tally, order_tally");
  }
}
