package org.cartwright.webhooks.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.cartwright.platform.idempotency.AnswersSecrets;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.tenancy.Tenants;
import org.cartwright.webhooks.Webhooks;
import org.cartwright.webhooks.api.DeliveryDetail;
import org.cartwright.webhooks.api.DeliveryStatus;
import org.cartwright.webhooks.api.EventFeed;
import org.cartwright.webhooks.api.ResendFrom;
import org.cartwright.webhooks.api.Resent;
import org.cartwright.webhooks.api.WebhookDetail;
import org.cartwright.webhooks.api.WebhookWrite;
import org.cartwright.webhooks.dispatch.Resending;
import org.cartwright.webhooks.reading.DeliveryReader;
import org.cartwright.webhooks.reading.EventFeedReader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happens here over HTTP: told to webhooks, or asked for. */
@RestController
@RequestMapping("/webhooks")
@Tag(
    name = "Events",
    description =
        "Everything that happens here, sent to webhooks or to be read. Beyond the "
            + "published API.")
class EventController {

  private final Webhooks webhooks;
  private final DeliveryReader deliveries;
  private final EventFeedReader feed;
  private final Resending resending;
  private final Tenants tenants;

  EventController(
      Webhooks webhooks,
      DeliveryReader deliveries,
      EventFeedReader feed,
      Resending resending,
      Tenants tenants) {
    this.tenants = tenants;
    this.webhooks = webhooks;
    this.resending = resending;
    this.deliveries = deliveries;
    this.feed = feed;
  }

  @GetMapping("/events")
  @Operation(operationId = "list_events")
  EventFeed events(
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestParam(name = "limit", defaultValue = "100") @Min(1) @Max(Paging.LARGEST_SIZE)
          int limit) {
    return feed.after(after, limit);
  }

  @PostMapping
  @AnswersSecrets
  @Operation(operationId = "create_webhook")
  WebhookDetail create(@RequestBody WebhookWrite webhook) {
    return webhooks.create(webhook);
  }

  @GetMapping
  @Operation(operationId = "list_webhooks")
  List<WebhookDetail> list() {
    return webhooks.details();
  }

  @GetMapping("/{webhook_id}")
  @Operation(operationId = "get_webhook")
  WebhookDetail webhook(@PathVariable("webhook_id") String webhookId) {
    return webhooks.detail(webhookId);
  }

  @PutMapping("/{webhook_id}")
  @AnswersSecrets
  @Operation(operationId = "replace_webhook")
  WebhookDetail replace(
      @PathVariable("webhook_id") String webhookId, @RequestBody WebhookWrite webhook) {
    return webhooks.replace(webhookId, webhook);
  }

  @DeleteMapping("/{webhook_id}")
  @Operation(operationId = "delete_webhook")
  boolean delete(@PathVariable("webhook_id") String webhookId) {
    webhooks.delete(webhookId);
    return true;
  }

  @PostMapping("/{webhook_id}/rotate-secret")
  @AnswersSecrets
  @Operation(operationId = "rotate_webhook_secret")
  WebhookDetail rotateSecret(@PathVariable("webhook_id") String webhookId) {
    return webhooks.rotate(webhookId);
  }

  @GetMapping("/{webhook_id}/deliveries")
  @Operation(operationId = "list_webhook_deliveries")
  Page<DeliveryDetail> deliveries(
      @PathVariable("webhook_id") String webhookId,
      @RequestParam(name = "status", required = false) @Nullable DeliveryStatus status,
      @RequestParam(name = "page", defaultValue = "1") @Min(1) int page,
      @RequestParam(name = "per_page", defaultValue = "50") @Min(1) @Max(Paging.LARGEST_SIZE)
          int perPage) {
    return deliveries.page(webhookId, status, new Paging(page, perPage));
  }

  @PostMapping("/{webhook_id}/resend")
  @Operation(operationId = "resend_events")
  Resent resend(@PathVariable("webhook_id") String webhookId, @RequestBody ResendFrom wanted) {
    return new Resent(
        resending.sendAgain(
            webhookId, wanted.from().firstInstantIn(() -> tenants.current().timeZone())));
  }

  @PostMapping("/deliveries/{delivery_id}/resend")
  @Operation(operationId = "resend_event")
  DeliveryDetail resendOne(@PathVariable("delivery_id") String deliveryId) {
    resending.sendNow(deliveryId, "Delivery", false);
    return deliveries.delivery(deliveryId);
  }
}
