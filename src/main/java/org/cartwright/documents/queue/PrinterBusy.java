package org.cartwright.documents.queue;

import java.time.Duration;
import org.cartwright.platform.errors.Refusal;
import org.springframework.http.HttpStatus;

/** 503: there is more to be printed than can be. The same request may go well a little later. */
public final class PrinterBusy extends Refusal {

  PrinterBusy() {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "Too much is being printed right now; try again.",
        Duration.ofSeconds(5));
  }
}
