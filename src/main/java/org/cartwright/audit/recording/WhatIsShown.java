package org.cartwright.audit.recording;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.cartwright.platform.web.HtmlPages;
import org.jspecify.annotations.Nullable;

/**
 * What the operations show, by the beginnings of their paths, of which the longest counts. What is
 * about patients or their money is put down whenever it is shown; the rest is what a clinic sells,
 * and itself.
 *
 * <p>An operation that is not found here is put down as well; a test sees to it that there is none.
 */
final class WhatIsShown {

  /** Neither about a patient nor about anybody's money. */
  private static final String NOBODY = "";

  private static final String UNKNOWN = "thing";

  /** How the addresses end at which open pages ask whether there is more than they show. */
  private static final String NEWS = "/news";

  /** To look at the record is an access, too; of which rows it was, is not put down again. */
  static final String AUDIT = "audit-entry";

  private static final Map<String, String> BY_PATH =
      Map.ofEntries(
          Map.entry("/billing/cart", "cart"),
          Map.entry("/billing/quote", "quote"),
          Map.entry("/billing/quote/{quote_id}/lines", "line"),
          Map.entry("/billing/charge", "charge"),
          Map.entry("/billing/payment", "payment"),
          Map.entry("/user/patient", "patient"),
          Map.entry("/user/patient/quick-note", "quick-note"),
          Map.entry("/user/patient/{patient_id}/credit", "patient-credit"),
          Map.entry("/user/patient/{patient_id}/tags", "patient-tag"),
          Map.entry("/user/patient/tags", NOBODY),
          Map.entry(HtmlPages.PATH + "/", "quote"),
          Map.entry("/orders", "placed-order"),
          Map.entry("/orders/drafts", "cart"),
          Map.entry("/orders/customers", "patient"),
          Map.entry("/orders/markets", NOBODY),
          Map.entry("/orders/items", NOBODY),
          Map.entry("/orders/products", NOBODY),
          Map.entry("/orders/coupons", NOBODY),
          Map.entry("/orders/stock", NOBODY),
          Map.entry("/inventory", NOBODY),
          Map.entry("/admin/taxes", NOBODY),
          Map.entry("/admin/providers", NOBODY),
          Map.entry("/settings/message-templates", NOBODY),
          Map.entry("/tenant/public", NOBODY),
          Map.entry("/webhook", NOBODY),
          Map.entry("/webhook/decoda/events", "webhook-delivery-attempt"),
          Map.entry("/webhook/decoda/{webhook_id}/delivery-attempts", "webhook-delivery-attempt"),
          Map.entry("/webhooks/events", "webhook-event"),
          Map.entry("/webhooks/deliveries", "delivery"),
          Map.entry("/webhooks/{webhook_id}/deliveries", "delivery"),
          Map.entry("/platform", NOBODY),
          Map.entry(HtmlPages.CONSOLE, NOBODY),
          Map.entry(HtmlPages.CONSOLE + "/carts", "cart"),
          Map.entry(HtmlPages.CONSOLE + "/charges", "charge"),
          Map.entry(HtmlPages.CONSOLE + "/new-cart", "patient"),
          Map.entry(HtmlPages.CONSOLE + "/quotes", "quote"),
          Map.entry(HtmlPages.CONSOLE + "/drafts", "cart"),
          Map.entry(HtmlPages.CONSOLE + "/drafts/new", "patient"),
          Map.entry(HtmlPages.CONSOLE + "/orders", "placed-order"),
          Map.entry(HtmlPages.CONSOLE + "/today", "quote"),
          Map.entry(HtmlPages.CONSOLE + "/patients", "patient"),
          Map.entry(HtmlPages.CONSOLE + "/new-patient", "patient"),
          Map.entry(HtmlPages.CONSOLE + "/settings/accesses", AUDIT),
          Map.entry(HtmlPages.CONSOLE + "/settings/webhooks/{webhook_id}", "delivery"),
          Map.entry(HtmlPages.CONSOLE + "/settings/webhooks/{webhook_id}/edit", NOBODY),
          Map.entry("/audit", AUDIT));

  private WhatIsShown() {}

  /** The kind of thing an operation shows; nothing if that is nobody's. */
  static @Nullable String kind(String pattern) {
    var kind = declared(pattern).orElse(UNKNOWN);
    return kind.equals(NOBODY) ? null : kind;
  }

  /** What is said here of an operation, if anything is. */
  static Optional<String> declared(String pattern) {
    if (pattern.startsWith(HtmlPages.CONSOLE) && pattern.endsWith(NEWS)) {
      return Optional.of(NOBODY);
    }
    return BY_PATH.entrySet().stream()
        .filter(said -> pattern.startsWith(said.getKey()))
        .max(Comparator.comparingInt(said -> said.getKey().length()))
        .map(Map.Entry::getValue);
  }
}
