package org.cartwright.messages.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.messages.Channel;
import org.junit.jupiter.api.Test;

class MessagePlacesTests {

  private final MessagePlaces places = new MessagePlaces();

  private List<MessagePlaces.Place> taken(String tenant, int count, Channel channel) {
    var taken = new ArrayList<MessagePlaces.Place>();
    for (int n = 0; n < count; n++) {
      var place = places.of(tenant);
      assertThat(place.isThere() && place.isThereOver(channel)).isTrue();
      taken.add(place);
    }
    return taken;
  }

  private boolean isThere(String tenant, Channel channel) {
    try (var place = places.of(tenant)) {
      return place.isThere() && place.isThereOver(channel);
    }
  }

  @Test
  void ofAClinicFiveAreOnTheirWayOverAChannelAndSixAltogether() {
    var sms = taken("a", 5, Channel.SMS);

    assertThat(isThere("a", Channel.SMS)).isFalse();
    assertThat(isThere("a", Channel.EMAIL)).isTrue();
    var mail = taken("a", 1, Channel.EMAIL);
    assertThat(isThere("a", Channel.EMAIL)).isFalse();
    assertThat(isThere("b", Channel.SMS)).isTrue();

    mail.forEach(MessagePlaces.Place::close);
    assertThat(isThere("a", Channel.EMAIL)).isTrue();
    sms.getFirst().close();
    assertThat(isThere("a", Channel.SMS)).isTrue();
  }

  @Test
  void thoseThatFindNoPlaceHaveTheirTurnsOneAfterTheOther() {
    var now = Instant.parse("2031-03-11T14:00:00Z");
    var place = places.of("a");

    assertThat(place.turn(now)).isEqualTo(now.plusMillis(1000));
    assertThat(place.turn(now)).isEqualTo(now.plusMillis(1100));
    assertThat(places.of("a").turn(now.plusMillis(500))).isEqualTo(now.plusMillis(1200));
    assertThat(places.of("b").turn(now)).isEqualTo(now.plusMillis(1000));

    var later = now.plusMillis(1201);
    assertThat(place.turn(later)).isEqualTo(later.plusMillis(1000));
    assertThat(place.turn(later.minusSeconds(86_400)))
        .isEqualTo(later.minusSeconds(86_400).plusSeconds(60));
  }

  @Test
  void aChannelThatIsFullHoldsUpNoOther() {
    var full = new ArrayList<MessagePlaces.Place>();
    for (var clinic : List.of("a", "b", "c", "d", "e")) {
      full.addAll(taken(clinic, 2, Channel.SMS));
    }

    assertThat(isThere("f", Channel.SMS)).isFalse();
    assertThat(isThere("f", Channel.EMAIL)).isTrue();

    full.removeLast().close();
    assertThat(isThere("f", Channel.SMS)).isTrue();
  }
}
