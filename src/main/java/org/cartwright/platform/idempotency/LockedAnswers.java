package org.cartwright.platform.idempotency;

import org.cartwright.platform.secrets.Strongbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Kept answers that nobody may read who only sees the database. */
@Component
class LockedAnswers {

  private static final String PURPOSE = "kept-answer";

  private final Strongbox box;

  LockedAnswers(Strongbox box) {
    this.box = box;
  }

  byte[] lock(KeyedRequest request, byte[] answer) {
    return box.lock(PURPOSE, request.key(), answer);
  }

  /** What was locked of the same key, unless the service's secret is another one now. */
  byte @Nullable [] unlock(KeyedRequest request, byte[] locked) {
    return box.unlock(PURPOSE, request.key(), locked).orElse(null);
  }
}
