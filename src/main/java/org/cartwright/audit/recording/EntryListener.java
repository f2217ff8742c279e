package org.cartwright.audit.recording;

import org.cartwright.tenancy.EntryRefused;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts for each clinic who was not let in at a door without keys. */
@Component
class EntryListener {

  private final RefusalTally tally;

  EntryListener(RefusalTally tally) {
    this.tally = tally;
  }

  @EventListener
  void on(EntryRefused refused) {
    tally.count(
        refused.tenant(),
        refused.status(),
        new Occasion(refused.action(), MDC.get("request"), null));
  }
}
