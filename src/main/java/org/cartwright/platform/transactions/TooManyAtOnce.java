package org.cartwright.platform.transactions;

import java.time.Duration;
import org.cartwright.platform.errors.Refusal;
import org.springframework.http.HttpStatus;

/** A tenant's requests have all the connections it may have, and this one waited in vain. */
final class TooManyAtOnce extends Refusal {

  TooManyAtOnce() {
    super(
        HttpStatus.TOO_MANY_REQUESTS,
        "Too many requests at once are at the database; try again.",
        Duration.ofSeconds(1));
  }
}
