package org.cartwright.console.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** A form is answered by what came of it, or by why nothing did. */
class TroubleTests {

  private static final Typed TYPED = Typed.of("form", Map.of("name", "Jane", "seen", "as it was"));

  private static Trouble troubleOf(Supplier<String> work) {
    var met = new AtomicReference<>(Trouble.NONE);
    Trouble.answering(
        TYPED,
        work,
        done -> ResponseEntity.ok(done),
        trouble -> {
          met.set(trouble);
          return ResponseEntity.status(trouble.status()).build();
        });
    return met.get();
  }

  @Test
  void whatWasDoneIsAnsweredWithWhatCameOfIt() {
    var answer =
        Trouble.answering(
            TYPED,
            () -> "cart-1",
            made -> ResponseEntity.ok("made " + made),
            trouble -> ResponseEntity.badRequest().build());

    assertThat(answer.getBody()).isEqualTo("made cart-1");
  }

  @Test
  void whatWasNotTakenIsShownWithWhatWasTyped() {
    var reasons = Map.of("name", "problem.long");

    assertThat(
            troubleOf(
                () -> {
                  throw TYPED.problem(reasons);
                }))
        .isEqualTo(
            new Trouble(422, new Problem("form", Map.of("name", "Jane"), reasons), null, ""));
  }

  @Test
  void whatIsNoLongerAsSeenIsAConflict() {
    assertThat(
            troubleOf(
                () -> {
                  throw new Stale();
                }))
        .isEqualTo(
            new Trouble(
                409, new Problem("form", Map.of("name", "Jane"), Map.of()), "as it was", ""));
  }

  @Test
  void whatIsWrongWithARequestIsSaidInASentence() {
    var trouble =
        troubleOf(
            () -> {
              throw new InvalidRequest(List.of(Violation.inBody("no such patient", "patientId")));
            });

    assertThat(trouble.status()).isEqualTo(422);
    assertThat(trouble.refusal()).isEqualTo("No such patient.");
  }

  @Test
  void whatIsMissingIsOfNoFormsBusiness() {
    assertThatThrownBy(
            () ->
                troubleOf(
                    () -> {
                      throw Missing.a("Cart");
                    }))
        .isInstanceOf(Missing.class);
  }

  @Test
  void whatGoesWrongOnceItIsDoneIsNotToldAsIfItWereNot() {
    assertThatThrownBy(
            () ->
                Trouble.answering(
                    TYPED,
                    () -> "cart-1",
                    made -> {
                      throw new Stale();
                    },
                    trouble -> ResponseEntity.badRequest().build()))
        .isInstanceOf(Stale.class);
  }
}
