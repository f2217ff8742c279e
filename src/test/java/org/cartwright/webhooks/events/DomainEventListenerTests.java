package org.cartwright.webhooks.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cartwright.carts.CartEvent;
import org.cartwright.quotes.QuoteEvent;
import org.cartwright.webhooks.api.EventType;
import org.junit.jupiter.api.Test;

class DomainEventListenerTests {

  @Test
  void whateverHappensToACartOrAQuoteHasATypeOfItsOwn() {
    var happening =
        Stream.concat(
            Arrays.stream(CartEvent.Type.values()).map(type -> "CART_" + type),
            Arrays.stream(QuoteEvent.Type.values()).map(type -> "QUOTE_" + type));

    assertThat(happening).allSatisfy(name -> assertThat(EventType.named(name)).isPresent());
  }
}
