package org.cartwright.webhooks.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.idempotency.AnswersSecrets;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.paging.SortDirection;
import org.cartwright.tenancy.Tenants;
import org.cartwright.webhooks.Webhooks;
import org.cartwright.webhooks.api.WebhookCreate;
import org.cartwright.webhooks.api.WebhookDeliveryAttemptSummary;
import org.cartwright.webhooks.api.WebhookEventType;
import org.cartwright.webhooks.api.WebhookSummary;
import org.cartwright.webhooks.api.WebhookUpdate;
import org.cartwright.webhooks.dispatch.Resending;
import org.cartwright.webhooks.reading.AttemptCriteria;
import org.cartwright.webhooks.reading.AttemptSort;
import org.cartwright.webhooks.reading.DeliveryReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks over HTTP, as the published API has them. */
@RestController
@RequestMapping("/webhook/decoda")
@Tag(name = "Webhooks", description = "Who is told when something happens.")
class WebhookController {

  private final Webhooks webhooks;
  private final DeliveryReader deliveries;
  private final Resending resending;
  private final Tenants tenants;

  WebhookController(
      Webhooks webhooks, DeliveryReader deliveries, Resending resending, Tenants tenants) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.resending = resending;
    this.tenants = tenants;
  }

  @PostMapping("/create")
  @AnswersSecrets
  @Operation(operationId = "webhook_create_webhook_decoda_create_post")
  WebhookSummary create(@RequestBody WebhookCreate webhook) {
    return webhooks.create(webhook);
  }

  @DeleteMapping("/delete/{webhook_id}")
  @Operation(operationId = "webhook_delete_webhook_decoda_delete__webhook_id__delete")
  boolean delete(@PathVariable("webhook_id") String webhookId) {
    webhooks.delete(webhookId);
    return true;
  }

  @GetMapping("/list")
  @Operation(operationId = "webhook_list_webhook_decoda_list_get")
  List<WebhookSummary> list(
      @RequestParam(name = "include_archived", defaultValue = "false") boolean includeArchived) {
    return webhooks.summaries(includeArchived);
  }

  @GetMapping("/get/{webhook_id}")
  @Operation(operationId = "webhook_get_webhook_decoda_get__webhook_id__get")
  WebhookSummary get(@PathVariable("webhook_id") String webhookId) {
    return webhooks.summary(webhookId);
  }

  @PutMapping("/update/{webhook_id}")
  @AnswersSecrets
  @Operation(operationId = "webhook_update_webhook_decoda_update__webhook_id__put")
  WebhookSummary update(
      @PathVariable("webhook_id") String webhookId, @RequestBody WebhookUpdate webhook) {
    return webhooks.change(webhookId, webhook);
  }

  @GetMapping("/{webhook_id}/delivery-attempts/list")
  @Operation(
      operationId = "webhook_events_list_webhook_decoda__webhook_id__delivery_attempts_list_get")
  List<WebhookDeliveryAttemptSummary> attempts(
      @PathVariable("webhook_id") String webhookId,
      @RequestParam(name = "event_type", required = false) @Nullable WebhookEventType eventType,
      @RequestParam(name = "is_delivered", required = false) @Nullable Boolean isDelivered,
      @RequestParam(name = "created_before", required = false) @Nullable Moment createdBefore,
      @RequestParam(name = "created_after", required = false) @Nullable Moment createdAfter,
      @RequestParam(name = "last_delivery_attempt_status", required = false)
          @Nullable String lastStatus,
      @RequestParam(name = "last_delivery_attempt_error", required = false)
          @Nullable String lastError,
      @RequestParam(name = "delivery_date_before", required = false)
          @Nullable Moment deliveredBefore,
      @RequestParam(name = "delivery_date_after", required = false) @Nullable Moment deliveredAfter,
      @RequestParam(name = "sort_by", defaultValue = "created_date") @Nullable AttemptSort sortBy,
      @RequestParam(name = "sort_direction", defaultValue = "desc")
          @Nullable SortDirection sortDirection,
      @RequestParam(name = "limit", defaultValue = "10") @Min(1) @Max(Paging.LARGEST_SIZE)
          Integer limit,
      @RequestParam(name = "offset", defaultValue = "0") @Min(0) Integer offset) {
    return deliveries.attempts(
        webhookId,
        new AttemptCriteria(
            eventType == null ? null : eventType.alert(),
            isDelivered,
            last(createdBefore),
            first(createdAfter),
            status(lastStatus),
            lastError == null || lastError.isEmpty() ? null : lastError,
            last(deliveredBefore),
            first(deliveredAfter)),
        sortBy == null ? AttemptSort.created_date : sortBy,
        sortDirection,
        limit,
        offset);
  }

  private @Nullable Instant first(@Nullable Moment moment) {
    return moment == null ? null : moment.firstInstantIn(() -> tenants.current().timeZone());
  }

  private @Nullable Instant last(@Nullable Moment moment) {
    return moment == null ? null : moment.lastInstantIn(() -> tenants.current().timeZone());
  }

  private static @Nullable Integer status(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!text.matches("[1-9]\\d\\d")) {
      throw new InvalidRequest(
          Violation.of(
              List.of("query", "last_delivery_attempt_status"),
              "this is no status of HTTP, such as 404"));
    }
    return Integer.valueOf(text);
  }

  @GetMapping("/events/{webhook_delivery_attempt_id}")
  @Operation(
      operationId = "webhook_event_get_webhook_decoda_events__webhook_delivery_attempt_id__get")
  WebhookDeliveryAttemptSummary attempt(
      @PathVariable("webhook_delivery_attempt_id") String attemptId) {
    return deliveries.attempt(attemptId);
  }

  @GetMapping("/events/{webhook_delivery_attempt_id}/send")
  @Operation(
      operationId =
          "webhook_event_send_webhook_decoda_events__webhook_delivery_attempt_id__send_get")
  WebhookDeliveryAttemptSummary send(
      @PathVariable("webhook_delivery_attempt_id") String attemptId,
      @RequestParam(name = "notify_failure", defaultValue = "true") boolean notifyFailure,
      @Parameter(hidden = true) HttpMethod method) {
    deliveries.attempt(attemptId);
    if (method.equals(HttpMethod.GET)) { // HEAD, which is answered alike, only looks
      resending.sendNow(attemptId, "Webhook delivery attempt", notifyFailure);
    }
    return deliveries.attempt(attemptId);
  }
}
