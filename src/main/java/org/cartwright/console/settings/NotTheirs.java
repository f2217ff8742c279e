package org.cartwright.console.settings;

import org.cartwright.platform.errors.Refusal;
import org.springframework.http.HttpStatus;

/** 403: somebody's role may neither see nor change these settings. */
final class NotTheirs extends Refusal {

  NotTheirs() {
    super(HttpStatus.FORBIDDEN, "Your role may neither see nor change these settings.");
  }
}
