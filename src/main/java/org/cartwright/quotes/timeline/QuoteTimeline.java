package org.cartwright.quotes.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.staff.api.ProviderTiny;
import org.jspecify.annotations.Nullable;

/** What happened to a quote. */
@Schema(name = "QuoteTimeline", description = "What happened to a quote, in order.")
public record QuoteTimeline(
    String quoteId,
    List<Event> events,
    @Schema(description = "What the patient answered, once they have.")
        @Nullable PatientsAnswer answer) {

  @Schema(name = "QuoteAnswer", description = "What the patient answered.")
  public record PatientsAnswer(
      QuoteStatus answer,
      @Nullable String message,
      @Schema(description = "How the patient would like to pay.")
          @Nullable String preferredPaymentMethodId,
      Instant date) {}

  @Schema(name = "QuoteEvent", description = "Something that happened to a quote.")
  record Event(
      Type type,
      @Schema(description = "Who did it: the clinic, the patient, or the service by itself.")
          Actor actor,
      @Schema(
              description =
                  "Anything else there is to say, such as how it was sent or why a message "
                      + "failed.",
              example = "email")
          @Nullable String detail,
      @Schema(
              description =
                  "Who of the clinic's staff did it; only there if somebody signed in did.")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable ProviderTiny provider,
      Instant date) {}

  /** How often something of these kinds happened. */
  public long count(Type... types) {
    var wanted = Set.of(types);
    return events.stream().filter(event -> wanted.contains(event.type())).count();
  }

  /** What can happen to a quote. */
  @Schema(name = "QuoteEventType")
  public enum Type {
    CREATED,
    /** It waits to be sent at a later time. */
    SCHEDULED,
    /** It was sent, or sent again. */
    SENT,
    /** The message that leads to it was handed over. */
    DELIVERED,
    /**
     * The message that leads to it could not be handed over, or a sending that was due not be done.
     */
    FAILED,
    /** Somebody opened its link. */
    OPENED,
    /** Somebody proved to be the patient. */
    VERIFIED,
    /** A link was locked after too many wrong tries. */
    LOCKED,
    /** The patient saw it for the first time. */
    VIEWED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN,
    /** A newer quote took its place. */
    REPLACED,
    /** Its validity ended. */
    EXPIRED,
    CONVERTED
  }

  /** Who can do something to a quote. */
  @Schema(name = "QuoteEventActor")
  public enum Actor {
    CLINIC,
    PATIENT,
    SERVICE
  }
}
