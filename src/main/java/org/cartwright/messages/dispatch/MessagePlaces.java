package org.cartwright.messages.dispatch;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.cartwright.messages.Channel;
import org.springframework.stereotype.Component;

/**
 * How many messages are on their way at a time: a few of each clinic, fewer of it over one channel,
 * and over no channel all there may be. So a clinic that has all its connections in use holds up
 * itself, and a service that does not answer its own channel. Nobody waits for a place: a message
 * that finds none has a turn, which is later the more there are before it.
 */
@Component
class MessagePlaces {

  private static final Duration SOONEST = Duration.ofSeconds(1);
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final Duration LATEST = Duration.ofMinutes(1);

  private static final int OF_A_CLINIC = 6;
  private static final int OF_IT_OVER_A_CHANNEL = 5;
  private static final int OVER_A_CHANNEL = 10;

  private final LoadingCache<String, Clinic> clinics =
      Caffeine.newBuilder().weakValues().build(tenant -> new Clinic());
  private final Map<Channel, Semaphore> channels = eachWith(OVER_A_CHANNEL);

  private static final class Clinic {
    private final Semaphore all = new Semaphore(OF_A_CLINIC);
    private final Map<Channel, Semaphore> channels = eachWith(OF_IT_OVER_A_CHANNEL);
    private Instant lastTurn = Instant.MIN;

    /** Spreads those that find no place: all at once they would only be in each other's way. */
    private synchronized Instant turn(Instant now) {
      var next = lastTurn.isBefore(now) ? now.plus(SOONEST) : lastTurn.plus(BETWEEN);
      var latest = now.plus(LATEST);
      lastTurn = next.isAfter(latest) ? latest : next;
      return lastTurn;
    }
  }

  private static Map<Channel, Semaphore> eachWith(int places) {
    var each = new EnumMap<Channel, Semaphore>(Channel.class);
    for (var channel : Channel.values()) {
      each.put(channel, new Semaphore(places));
    }
    return each;
  }

  private static Semaphore over(Channel channel, Map<Channel, Semaphore> each) {
    return Objects.requireNonNull(each.get(channel));
  }

  /** What somebody has who wants to take a message of a tenant out of the house: nothing yet. */
  Place of(String tenant) {
    return new Place(clinics.get(tenant));
  }

  /** The places that one message has, until it is through. */
  final class Place implements AutoCloseable {

    private final Clinic clinic;
    private final List<Semaphore> held = new ArrayList<>();

    private Place(Clinic clinic) {
      this.clinic = clinic;
    }

    /** Takes one among the clinic's, if one is free. */
    boolean isThere() {
      return take(clinic.all);
    }

    /** Takes one over a channel, if one is free. */
    boolean isThereOver(Channel channel) {
      return take(over(channel, clinic.channels)) && take(over(channel, channels));
    }

    /** When a message that found no place is to be looked at again. */
    Instant turn(Instant now) {
      return clinic.turn(now);
    }

    private boolean take(Semaphore places) {
      return places.tryAcquire() && held.add(places);
    }

    @Override
    public void close() {
      held.forEach(Semaphore::release);
      held.clear();
    }
  }
}
