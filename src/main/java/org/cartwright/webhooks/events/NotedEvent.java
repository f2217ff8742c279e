package org.cartwright.webhooks.events;

import java.time.Instant;
import org.cartwright.webhooks.api.EventType;

/** Something that happened and is to be written down as an event. */
record NotedEvent(EventType type, String objectId, Facts facts, Instant moment) {}
