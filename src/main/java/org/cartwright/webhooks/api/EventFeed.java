package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened after an event, in order. */
@Schema(name = "EventFeed", description = "What happened after an event, in order.")
public record EventFeed(
    List<Happened> data,
    @Schema(
            description =
                "What to ask for next as `after`: the last of these, or what was asked for if there is none.",
            example = "alert_01kq3v9y6t8m2c4x5z7a1b0d9e")
        @Nullable String next,
    @Schema(description = "Whether there are more by now.") boolean hasMore) {

  /** An event. */
  @Schema(name = "HappenedEvent", description = "An event, as webhooks get it.")
  public record Happened(
      @Schema(example = "alert_01kq3v9y6t8m2c4x5z7a1b0d9e") String id,
      EventType type,
      @Schema(
              description =
                  "The object it happened to, the number of the event among that object's, and "
                      + "facts.")
          Map<String, Object> data,
      Instant createdDate,
      @Schema(
              description = "The same as `id`; webhooks get it in addition to an id of their own.",
              example = "alert_01kq3v9y6t8m2c4x5z7a1b0d9e")
          String alertId) {}
}
