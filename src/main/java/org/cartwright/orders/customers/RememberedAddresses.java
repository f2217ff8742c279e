package org.cartwright.orders.customers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.fulfilment.ServiceRows;
import org.cartwright.platform.Ids;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses that were used for customers, each once per customer. As long as only one draft has
 * used one, it is the draft's, and goes once it stands on it no more, or for somebody else, or with
 * the draft.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RememberedAddresses {

  /** How many of a customer's are offered, the one used last first. */
  static final int MOST = 10;

  private static final String REMEMBER =
      """
      insert into customer_address
          (tenant_id, id, patient_id, cart_id, used_name, used_line1, used_line2, used_city, used_region,
           used_postal_code, used_country, used_date)
      values (:tenant, :id, :patient, :cart, :name, :line1, :line2, :city, :region, :postalCode, :country, :now)
      on conflict on constraint customer_address_is_there_once do update
         set used_date = excluded.used_date,
             cart_id = case when customer_address.cart_id = excluded.cart_id then customer_address.cart_id end
      returning id
      """;

  /** By what makes two of them one, so that two drafts with the same ones wait in line. */
  private static final Comparator<Address> IN_ORDER =
      Comparator.comparing(
          address ->
              Stream.of(
                      address.name(),
                      address.line1(),
                      address.line2(),
                      address.city(),
                      address.region(),
                      address.postalCode(),
                      address.country())
                  .map(part -> part == null ? "" : part)
                  .collect(Collectors.joining("\u001f")));

  /** But those that another draft is being given at this moment: they are not this one's alone. */
  private static final String FORGET_OTHERS =
      """
      delete from customer_address
       where tenant_id = :tenant and id in (
             select id from customer_address
              where tenant_id = :tenant and cart_id = :cart and id <> all(:remembered)
                for update skip locked)
      """;

  private static final String FORGET =
      "delete from customer_address where tenant_id = ? and cart_id = ?";

  private static final String KEEP =
      "update customer_address set cart_id = null where tenant_id = ? and cart_id = ?";

  /** The latest of each by the index that has them in order, however many there are. */
  private static final String OFFERED =
      """
      select a.patient_id, a.used_name, a.used_line1, a.used_line2, a.used_city, a.used_region,
             a.used_postal_code, a.used_country
        from unnest(cast(:customers as text[])) customer (id)
             cross join lateral (
             select * from customer_address o
              where o.tenant_id = :tenant and o.patient_id = customer.id
              order by o.used_date desc, o.id desc
              limit :most) a
       order by a.patient_id, a.used_date desc, a.id desc
      """;

  private final JdbcClient jdbc;

  RememberedAddresses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Remembers for the customer of a draft the addresses that stand on it, and forgets what else
   * only this draft has used.
   *
   * @param customerId absent if nobody buys yet
   */
  public void remember(
      @Nullable String customerId, String cartId, List<Address> standing, Instant now) {
    var remembered =
        customerId == null
            ? List.<String>of()
            : standing.stream()
                .sorted(IN_ORDER)
                .map(address -> remember(customerId, cartId, address, now))
                .toList();
    jdbc.sql(FORGET_OTHERS)
        .param("tenant", CurrentTenant.id())
        .param("cart", cartId)
        .param("remembered", remembered.toArray(String[]::new))
        .update();
  }

  private String remember(String customerId, String cartId, Address address, Instant now) {
    Trail.changed("patient", customerId, "addresses");
    return jdbc.sql(REMEMBER)
        .param("tenant", CurrentTenant.id())
        .param("id", Ids.next("address"))
        .param("patient", customerId)
        .param("cart", cartId)
        .param("name", address.name())
        .param("line1", address.line1())
        .param("line2", address.line2())
        .param("city", address.city())
        .param("region", address.region())
        .param("postalCode", address.postalCode())
        .param("country", address.country())
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .query(String.class)
        .single();
  }

  /** Forgets what only a draft that is deleted has used. */
  public void forget(String cartId) {
    jdbc.sql(FORGET).param(CurrentTenant.id()).param(cartId).update();
  }

  /** Keeps for good what a draft has used that became an order. */
  public void keep(String cartId) {
    jdbc.sql(KEEP).param(CurrentTenant.id()).param(cartId).update();
  }

  /** What can be offered for each of these customers, the one used last first. */
  @Transactional(readOnly = true)
  public Map<String, List<Address>> of(Collection<String> customerIds) {
    var found = new HashMap<String, List<Address>>();
    if (customerIds.isEmpty()) {
      return found;
    }
    jdbc.sql(OFFERED)
        .param("tenant", CurrentTenant.id())
        .param("customers", customerIds.stream().distinct().toArray(String[]::new))
        .param("most", MOST)
        .query(
            row -> {
              var address = ServiceRows.address(row, "used");
              if (address != null) {
                found
                    .computeIfAbsent(row.getString("patient_id"), id -> new ArrayList<>())
                    .add(address);
              }
            });
    return found;
  }
}
