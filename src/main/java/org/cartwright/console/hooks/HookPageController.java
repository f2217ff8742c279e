package org.cartwright.console.hooks;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.console.settings.SettingsRight;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenants;
import org.cartwright.webhooks.api.DeliveryDetail;
import org.cartwright.webhooks.api.DeliveryFailure;
import org.cartwright.webhooks.api.DeliveryStatus;
import org.cartwright.webhooks.dispatch.Resending;
import org.cartwright.webhooks.reading.DeliveryReader;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A webhook: what became of the events on their way there, and what can be done about it. */
@Hidden
@Controller
class HookPageController {

  private static final String HOOK = HooksController.PATH + "/{webhook_id}";

  private final ConsolePages pages;
  private final HookDesk desk;
  private final DeliveryReader deliveries;
  private final Resending resending;
  private final Tenants tenants;

  HookPageController(
      ConsolePages pages,
      HookDesk desk,
      DeliveryReader deliveries,
      Resending resending,
      Tenants tenants) {
    this.pages = pages;
    this.desk = desk;
    this.deliveries = deliveries;
    this.resending = resending;
    this.tenants = tenants;
  }

  @GetMapping(HOOK)
  ResponseEntity<?> one(
      @PathVariable("webhook_id") String id,
      @RequestParam(name = "status", defaultValue = "") String status,
      @RequestParam(name = "page", defaultValue = "") String page,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page(DeliveryFilter.of(id, status, page), Trouble.NONE, session, request);
  }

  @PostMapping(HOOK + "/rotate")
  ResponseEntity<?> rotate(
      @PathVariable("webhook_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("rotate", request);
    return Trouble.answering(
        typed,
        () -> desk.rotate(id, typed, session),
        webhook -> HooksController.secret(pages, webhook, request),
        trouble -> page(all(id), trouble, session, request));
  }

  @PostMapping(HOOK + "/delete")
  ResponseEntity<?> delete(
      @PathVariable("webhook_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("delete", request);
    var trouble = Trouble.of(typed, () -> desk.delete(id, typed, session));
    return trouble.isNone()
        ? ConsolePages.seeOther(HooksController.PATH)
        : page(all(id), trouble, session, request);
  }

  /** Sends everything once more that happened since the beginning of a day. */
  @PostMapping(HOOK + "/resend")
  ResponseEntity<?> resend(
      @PathVariable("webhook_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    SettingsRight.OWNERS.require(session);
    var typed = Typed.of("resend", request);
    var trouble =
        Trouble.of(
            typed,
            () -> {
              var day = Moment.parse(typed.field("from", ""));
              if (day == null) {
                throw typed.problem(Map.of("from", "hooks.problem.from"));
              }
              resending.sendAgain(id, day.firstInstantIn(() -> tenants.current().timeZone()));
            });
    return trouble.isNone()
        ? ConsolePages.seeOther(HooksController.PATH + "/" + id)
        : page(all(id), trouble, session, request);
  }

  /** Sends one event once more and waits what comes of it. */
  @PostMapping(HOOK + "/deliveries/{delivery_id}/resend")
  ResponseEntity<?> resendOne(
      @PathVariable("webhook_id") String id,
      @PathVariable("delivery_id") String delivery,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    SettingsRight.OWNERS.require(session);
    var typed = Typed.of("resend-" + delivery, request);
    var trouble = Trouble.of(typed, () -> resending.sendNow(delivery, "Delivery", false));
    return trouble.isNone()
        ? ConsolePages.seeOther(HooksController.PATH + "/" + id)
        : page(all(id), trouble, session, request);
  }

  private static DeliveryFilter all(String id) {
    return DeliveryFilter.of(id, "", "");
  }

  /** Why events were not delivered, by their ids. */
  private static Map<String, DeliveryFailure> failures(List<DeliveryDetail> deliveries) {
    var failures = new HashMap<String, DeliveryFailure>();
    for (var one : deliveries) {
      DeliveryFailure.of(one.lastError(), one.lastStatus())
          .ifPresent(it -> failures.put(one.id(), it));
    }
    return failures;
  }

  private ResponseEntity<?> page(
      DeliveryFilter filter, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    var webhook = desk.get(filter.webhookId(), session);
    var found = deliveries.page(webhook.id(), filter.status(), filter.paging());
    found.data().forEach(one -> Trail.shows("delivery", one.id()));
    var words = new HashMap<String, Object>();
    words.put("webhook", webhook);
    words.put("seen", HookForm.seen(webhook));
    words.put("deliveries", found.data());
    words.put("failures", failures(found.data()));
    words.put("filter", filter);
    words.put("pageCount", Asked.pages(found.total(), DeliveryFilter.SIZE));
    words.put("statuses", DeliveryStatus.values());
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("webhook", request, words));
  }
}
