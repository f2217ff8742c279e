package org.cartwright.platform.connections;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class LimitedEndpointTests {

  @Test
  void aDoorThatWasClosedMeanwhileIsNoReasonToStopStopping() {
    var endpoint = new LimitedEndpoint(new ConnectionRegistry());

    assertThatCode(endpoint::lastCall).doesNotThrowAnyException();
  }
}
