package org.cartwright.testing.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.json;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BodyTests {

  @Test
  void saysWhatTheDeskSaysInTheOrderItIsSaid() {
    assertThat(
            aCart()
                .of("jane")
                .with(line("filler").quantity("2.50").discountPercentage(10), line("serum"))
                .notes("a \"quoted\" note"))
        .hasToString(
            """
            {"patientId":"jane","items":[{"itemId":"filler","quantity":2.50,"discountPercentage":10},\
            {"itemId":"serum"}],"notes":"a \\"quoted\\" note"}""");
  }

  @Test
  void anyMemberCanBeAnythingOrNothing() {
    assertThat(
            line("filler")
                .quantity(1)
                .with("itemId", null)
                .with("quantity", "two")
                .with("unitPrice", json("1e400"))
                .with("notes", list(null, true, body()))
                .with("from", Instant.EPOCH)
                .without("nothing"))
        .hasToString(
            """
            {"itemId":null,"quantity":"two","unitPrice":1e400,"notes":[null,true,{}],\
            "from":"1970-01-01T00:00:00Z"}""");
  }

  @Test
  void canBeSharedAsItNeverChanges() {
    var filler = line("filler");

    assertThat(filler.quantity(2).and(body().with("quantity", 3)))
        .hasToString("{\"itemId\":\"filler\",\"quantity\":3}");
    assertThat(filler.quantity(2).without("itemId")).hasToString("{\"quantity\":2}");
    assertThat(filler).hasToString("{\"itemId\":\"filler\"}");
  }
}
