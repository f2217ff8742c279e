package org.cartwright.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.secrets.Sealer;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What events are signed with. A webhook's secret follows from the service's own, the clinic, the
 * webhook and how often it was rotated: nowhere is one kept.
 */
@Component
public class WebhookSecrets {

  /** For how long the secret before the last rotation holds beside the new one. */
  static final Duration OVERLAP = Duration.ofHours(24);

  private static final String PURPOSE = "webhook-secret";
  private static final String PREFIX = "whsec_";

  private final Sealer sealer;

  WebhookSecrets(Sealer sealer) {
    this.sealer = sealer;
  }

  /** A secret of a webhook of the current tenant, as Standard Webhooks spell them. */
  String of(String webhookId, int version) {
    var seal = sealer.seal(PURPOSE, CurrentTenant.id() + "/" + webhookId + "/" + version);
    return PREFIX + Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(seal));
  }

  /** Until when the secret before the last rotation holds, if there was one. */
  static Optional<Instant> overlapsUntil(@Nullable Instant rotated) {
    return Optional.ofNullable(rotated).map(date -> date.plus(OVERLAP));
  }

  /** The secrets that hold at a moment, the newest first. */
  public List<String> holding(
      String webhookId, int version, @Nullable Instant rotated, Instant now) {
    var holding = new ArrayList<>(List.of(of(webhookId, version)));
    if (overlapsUntil(rotated).filter(now::isBefore).isPresent()) {
      holding.add(of(webhookId, version - 1));
    }
    return holding;
  }
}
