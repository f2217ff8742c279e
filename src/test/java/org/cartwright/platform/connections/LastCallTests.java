package org.cartwright.platform.connections;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class LastCallTests {

  @Test
  void aDoorThatWasClosedMeanwhileIsNoReasonToStopStopping() {
    var endpoint = new GuardedEndpoint(new OpenConnections());

    assertThatCode(endpoint::lastCall).doesNotThrowAnyException();
  }
}
