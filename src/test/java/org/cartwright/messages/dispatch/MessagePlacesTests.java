package org.cartwright.messages.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

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
  void ofAClinicThreeAreOnTheirWayOverAChannelAndFourAltogether() {
    var sms = taken("a", 3, Channel.SMS);

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
