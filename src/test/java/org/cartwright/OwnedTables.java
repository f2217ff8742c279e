package org.cartwright;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whose each table, view and function of the database is: one module's. Others ask that module, or
 * take into their statements what its {@code …Rows} publish.
 */
final class OwnedTables {

  private static final Map<String, Set<String>> BY_MODULE =
      Map.ofEntries(
          Map.entry(
              "platform",
              Set.of(
                  "flyway_schema_history",
                  "scheduled_task",
                  "recurring_job",
                  "idempotency_is_due",
                  "service_secret",
                  "idempotency",
                  "cartwright_now",
                  "json_keys",
                  "search_patterns",
                  "searchable",
                  "plain_digits",
                  "dialled")),
          Map.entry("tenancy", Set.of("tenant", "tenant_logo", "api_key")),
          Map.entry(
              "staff",
              Set.of(
                  "provider",
                  "provider_role",
                  "provider_role_assignment",
                  "provider_search",
                  "desk_role")),
          Map.entry("console", Set.of("console_link", "console_session", "console_is_to_sweep")),
          Map.entry(
              "patients",
              Set.of(
                  "patient",
                  "patient_tag",
                  "patient_tag_assignment",
                  "patient_credit",
                  "patient_credit_entry",
                  "patient_credit_balance",
                  "patient_credit_usable",
                  "quick_note",
                  "patient_search",
                  "patient_is_meant",
                  "searched_day",
                  "searched_digits")),
          Map.entry("coupons", Set.of("coupon", "coupon_use")),
          Map.entry(
              "catalog",
              Set.of(
                  "tax",
                  "item",
                  "package",
                  "package_item",
                  "market",
                  "item_price",
                  "price_tier",
                  "product",
                  "product_variant")),
          Map.entry(
              "stock",
              Set.of(
                  "stock_level",
                  "stock_movement",
                  "stock_taking",
                  "stock_reservation",
                  "stock_is_to_release")),
          Map.entry(
              "carts",
              Set.of(
                  "cart",
                  "cart_line",
                  "cart_order",
                  "cart_tally",
                  "draft_cart_order",
                  "draft_cart_tally",
                  "draft_cart_order_gains",
                  "draft_cart_order_follows",
                  "draft_cart_order_loses",
                  "cart_search",
                  "draft_cart_search",
                  "cart_status_at",
                  "cart_order_gains",
                  "cart_order_follows",
                  "cart_order_loses",
                  "cart_tally_fold",
                  "cart_tally_is_long",
                  "cart_is_due")),
          Map.entry(
              "quotes",
              Set.of(
                  "quote",
                  "quote_line",
                  "quote_link",
                  "quote_event",
                  "quote_acceptance",
                  "quote_terms",
                  "quote_default",
                  "refuse_to_rewrite",
                  "quote_content_without_words",
                  "quote_status_at",
                  "quote_is_to_expire",
                  "quote_is_to_send",
                  "cart_waiting_quote",
                  "cart_other_quote")),
          Map.entry(
              "orders",
              Set.of(
                  "fulfilment_service",
                  "draft_order",
                  "draft_tombstone",
                  "customer_address",
                  "placed_order",
                  "order_line",
                  "order_event",
                  "order_fulfilment",
                  "order_number",
                  "order_tally",
                  "order_tally_gains",
                  "order_tally_follows",
                  "order_search",
                  "draft_contact_search")),
          Map.entry(
              "charges",
              Set.of(
                  "charge",
                  "charge_item",
                  "charge_entry",
                  "charge_balance",
                  "charge_is_given_back",
                  "charge_is_open",
                  "charge_is_settled",
                  "payment",
                  "refund")),
          Map.entry("privacy", Set.of("patient_erasure")),
          Map.entry(
              "audit",
              Set.of(
                  "audit_entry",
                  "audit_unsealed",
                  "audit_seal_strip",
                  "audit_is_to_seal",
                  "audit_make_months",
                  "audit_drop_months")),
          Map.entry("messages", Set.of("message", "message_template", "caught_message")),
          Map.entry(
              "webhooks",
              Set.of(
                  "webhook",
                  "webhook_feed",
                  "webhook_position",
                  "webhook_sequence",
                  "webhook_event",
                  "webhook_delivery",
                  "webhook_is_due",
                  "webhook_event_is_old",
                  "go_on_from_another_server")));

  /** Functions that anybody may call. */
  static final Set<String> EVERYBODYS =
      Set.of(
          "cartwright_now",
          "search_patterns",
          "searchable",
          "plain_digits",
          "dialled",
          "go_on_from_another_server");

  /**
   * Who names what belongs to another module, and why: a class, all classes of a module, or
   * something in the database.
   */
  static final Map<String, String> CROSSINGS =
      Map.ofEntries(
          Map.entry(
              "BackupWriter -> flyway_schema_history",
              "of which migration the rows of a backup are, in the transaction that reads them"),
          Map.entry(
              "CartIndexScan -> patient",
              "a list of carts by the names of patients walks the index of those names"),
          Map.entry(
              "ChargeSearch -> patient_search",
              "a list of charges by their patients, as patients are searched everywhere"),
          Map.entry(
              "go_on_from_another_server -> tenant",
              "the owner of the tables has every clinic's events go on, as jobs go round all clinics"),
          Map.entry(
              "DraftCartScan -> patient",
              "a list of drafts by the names of customers walks the same index"),
          Map.entry(
              "cart_search -> patient_search",
              "a search for carts finds those of the patients it means; to answer ids is what it is for"),
          Map.entry("cart_search -> provider_search", "the same of whoever made the cart"),
          Map.entry(
              "CartSearch -> patient_search",
              "the desk's search looks at carts one by one, and at those of people alone"),
          Map.entry("CartSearch -> provider_search", "the same of whoever made the cart"),
          Map.entry(
              "order_search -> patient_search",
              "a search for orders finds those of the customers it means"),
          Map.entry(
              "order_search -> searched_digits",
              "it reads a phone number in any spelling as a search for patients does"),
          Map.entry(
              "carts -> cart_waiting_quote",
              "which quote holds a cart next; quotes look at carts, so carts cannot ask quotes"),
          Map.entry(
              "carts -> cart_other_quote",
              "part of a cart's status at any moment, for the same reason"),
          Map.entry(
              "QuoteVersions -> cart",
              "a version of a quote that waits is open as long as its cart can be quoted"),
          Map.entry(
              "IdempotencyCleanupJob -> idempotency_is_due",
              "platform knows no clinics; tenancy goes round them for it"),
          Map.entry(
              "OwnerRightsCheck -> cart_search",
              "it lists the functions that may run with the rights of the owner"),
          Map.entry("OwnerRightsCheck -> patient_search", "the same list"),
          Map.entry("OwnerRightsCheck -> provider_search", "the same list"),
          Map.entry("OwnerRightsCheck -> order_search", "the same list"),
          Map.entry("OwnerRightsCheck -> audit_make_months", "the same list"),
          Map.entry("OwnerRightsCheck -> audit_drop_months", "the same list"),
          Map.entry(
              "draft_cart_search -> patient_search",
              "a search for drafts finds those of the patients it means, as that for carts does"),
          Map.entry(
              "draft_contact_search -> searched_digits",
              "a contact's phone number is looked for as a patient's is"),
          Map.entry("OwnerRightsCheck -> draft_cart_search", "the same list"),
          Map.entry("OwnerRightsCheck -> draft_contact_search", "the same list"));

  /** Which foreign keys lead where their module may not look, and why. */
  static final Map<String, String> KEYS =
      Map.of(
          "cart -> quote",
          "which quote holds the cart: the database sees to it that there is such a quote",
          "idempotency -> tenant",
          "platform knows no clinics, but what belongs to one goes with it");

  private OwnedTables() {}

  /** The module each belongs to; fails where two modules claim one. */
  static Map<String, String> owners() {
    var owners = new TreeMap<String, String>();
    BY_MODULE.forEach(
        (module, names) ->
            names.forEach(
                name -> {
                  var other = owners.put(name, module);
                  if (other != null) {
                    throw new AssertionError(name + " of " + module + " and of " + other);
                  }
                }));
    return Collections.unmodifiableMap(owners);
  }
}
