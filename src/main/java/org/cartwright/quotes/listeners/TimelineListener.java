package org.cartwright.quotes.listeners;

import org.cartwright.quotes.QuoteEvent;
import org.cartwright.quotes.timeline.QuoteTimeline;
import org.cartwright.quotes.timeline.QuoteTimelineLog;
import org.cartwright.tenancy.Caller;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is done to a quote, but for the editing of drafts. */
@Component
class TimelineListener {

  private final QuoteTimelineLog timeline;

  TimelineListener(QuoteTimelineLog timeline) {
    this.timeline = timeline;
  }

  @EventListener
  @Order(1)
  @Transactional(propagation = Propagation.MANDATORY)
  void on(QuoteEvent event) {
    switch (event.type()) {
      case CREATED -> note(event, QuoteTimeline.Type.CREATED, QuoteTimeline.Actor.CLINIC);
      case CHANGED -> {}
      case SCHEDULED -> note(event, QuoteTimeline.Type.SCHEDULED, QuoteTimeline.Actor.CLINIC);
      case SENT -> note(event, QuoteTimeline.Type.SENT, sending(event.by()));
      case NOT_SENT -> note(event, QuoteTimeline.Type.FAILED, QuoteTimeline.Actor.SERVICE);
      case VIEWED -> note(event, QuoteTimeline.Type.VIEWED, QuoteTimeline.Actor.PATIENT);
      case ACCEPTED -> note(event, QuoteTimeline.Type.ACCEPTED, answering(event.by()));
      case DECLINED -> note(event, QuoteTimeline.Type.DECLINED, answering(event.by()));
      case WITHDRAWN -> note(event, QuoteTimeline.Type.WITHDRAWN, QuoteTimeline.Actor.CLINIC);
      case REPLACED -> note(event, QuoteTimeline.Type.REPLACED, sending(event.by()));
      case EXPIRED -> note(event, QuoteTimeline.Type.EXPIRED, QuoteTimeline.Actor.SERVICE);
      case CONVERTED -> note(event, QuoteTimeline.Type.CONVERTED, QuoteTimeline.Actor.CLINIC);
    }
  }

  /** What waited for its time is sent by the service, and so is what takes another's place. */
  private static QuoteTimeline.Actor sending(Caller by) {
    return by.kind() == Caller.Kind.SERVICE
        ? QuoteTimeline.Actor.SERVICE
        : QuoteTimeline.Actor.CLINIC;
  }

  /** What comes with the clinic's key, or from its console, comes from its desk or own portal. */
  private static QuoteTimeline.Actor answering(Caller by) {
    return by.isOfTheClinic() ? QuoteTimeline.Actor.CLINIC : QuoteTimeline.Actor.PATIENT;
  }

  private void note(QuoteEvent event, QuoteTimeline.Type type, QuoteTimeline.Actor actor) {
    timeline.note(event.quoteId(), type, actor, event.detail(), event.moment());
  }
}
