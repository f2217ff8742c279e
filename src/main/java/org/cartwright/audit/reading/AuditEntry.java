package org.cartwright.audit.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.cartwright.audit.Outcome;
import org.cartwright.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/** Who saw or did what, when. */
@Schema(
    name = "AuditEntry",
    description = "One access: who saw or did what, and when. It holds no values.")
public record AuditEntry(
    @Schema(example = "aud_01kq3v8k7n4h9d2m5x6c7b8a9e") String id,
    @Schema(description = "When it was.") Instant moment,
    @Schema(
            description =
                "What kind of caller it was: a key, one of the staff at the console, the "
                    + "operator, a patient, or the service itself; left out where no key was good.")
        Caller.@Nullable Kind caller,
    @Schema(
            description = "Which key, if it was a key; which provider, if it was one of the staff.",
            example = "demo")
        @Nullable String keyId,
    @Schema(
            description =
                "Which operation, by its id in this document, or what the service did by "
                    + "itself.",
            example = "get_cart_by_id_billing_cart__cart_id__get")
        String action,
    @Schema(description = "Whether it was done or refused.") Outcome outcome,
    @Schema(description = "With which status it was refused.", example = "404")
        @Nullable Integer status,
    @Schema(description = "What it was about.") List<AuditedObject> objects,
    @Schema(
            description = "The names of the fields that were changed.",
            example = "[\"cart.notes\"]")
        List<String> fields,
    @Schema(description = "How often: more than once only for refusals that were counted.")
        long times,
    @Schema(description = "The request's `X-Request-Id`.", example = "req_01kq3v8k7n4h9d2m5x6c7b8")
        @Nullable String requestId,
    @Schema(description = "The kind of the client's address: IPv4 or IPv6.", example = "IPv4")
        @Nullable String addressFamily) {

  /** Something that was seen or changed. */
  @Schema(name = "AuditedObject", description = "Something that was seen or changed.")
  public record AuditedObject(
      @Schema(example = "cart") String kind,
      @Schema(example = "cart_01kq3v8k7n4h9d2m5x6c7b8a9e") String id) {}
}
