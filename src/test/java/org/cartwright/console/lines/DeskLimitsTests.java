package org.cartwright.console.lines;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Typed;
import org.cartwright.console.lines.DeskLimits.Given;
import org.cartwright.staff.DeskRole;
import org.junit.jupiter.api.Test;

/** What somebody may give away at the desk, of what it was given on before and is given on now. */
class DeskLimitsTests {

  private static final Typed TYPED = new Typed("head", null, Map.of());

  private static Given amount(long discount, long of) {
    return new Given(BigDecimal.ZERO, discount, of);
  }

  private static Given percent(String percentage, long discount, long of) {
    return new Given(new BigDecimal(percentage), discount, of);
  }

  private static void taken(Given before, Given now) {
    assertThatCode(() -> DeskLimits.check(DeskRole.FRONT_DESK, before, now, TYPED))
        .doesNotThrowAnyException();
  }

  private static void refused(Given before, Given now) {
    assertThatThrownBy(() -> DeskLimits.check(DeskRole.FRONT_DESK, before, now, TYPED))
        .isInstanceOf(NotTaken.class);
    assertThatCode(() -> DeskLimits.check(DeskRole.MANAGER, before, now, TYPED))
        .doesNotThrowAnyException();
  }

  @Test
  void anAmountIsALargerPartOfLess() {
    taken(amount(0, 68200), amount(6820, 68200));
    refused(amount(6820, 68200), amount(3200, 3200));
    refused(amount(6820, 68200), amount(6820, 68100));
    taken(amount(6820, 68200), amount(6820, 71400));
  }

  @Test
  void whateverIsGivenIsMoreThanNothingOfNothing() {
    taken(amount(0, 0), amount(0, 0));
    refused(amount(0, 0), amount(3200, 3200));
    taken(amount(0, 0), amount(320, 3200));
  }

  @Test
  void whatSomebodyGaveWhoMayStaysAsLargeAsItWas() {
    taken(amount(5000, 10000), amount(5000, 10000));
    taken(amount(5000, 10000), amount(5000, 20000));
    refused(amount(5000, 20000), amount(5000, 10000));
    refused(amount(5000, 10000), percent("51", 5100, 10000));
    taken(amount(5000, 10000), percent("50", 5000, 10000));
  }

  @Test
  void aPercentageStaysTheSameHoweverItsAmountIsRounded() {
    // 20 % of 38.97 is 7.794, of which 7.79 are less than 20 %; 5.196 of 25.98 become 5.20.
    taken(percent("20", 779, 3897), percent("20", 520, 2598));
    refused(percent("20", 779, 3897), percent("20.01", 780, 3897));
    refused(percent("20", 0, 0), percent("21", 0, 0));
  }

  @Test
  void upToHalfACentMoreIsNoMore() {
    taken(amount(0, 3248), amount(325, 3248));
    refused(amount(0, 3248), amount(326, 3248));
    taken(amount(0, 3248), percent("10", 325, 3248));
    refused(amount(0, 3248), percent("10.001", 325, 3248));
  }

  @Test
  void ofAllThatIsGivenNothingIsALargerPartThanItWas() {
    var nothing = amount(0, 10000);
    var before = new Giving(Map.of("a", amount(1000, 10000), "b", nothing), nothing);

    refusedOfAll(
        before,
        new Giving(Map.of("a", amount(1000, 5000), "b", nothing), nothing),
        "a discount on a line is 10 percent at most");
    refusedOfAll(
        before,
        new Giving(Map.of("a", amount(500, 5000), "c", amount(1001, 9000)), nothing),
        "a discount on a line is 10 percent at most");
    refusedOfAll(
        before,
        new Giving(Map.of("a", amount(1000, 10000)), amount(1001, 9000)),
        "the discount on everything is 10 percent at most");
    takenOfAll(before, new Giving(Map.of("a", amount(1000, 10000)), amount(900, 9000)));
  }

  private static void takenOfAll(Giving before, Giving now) {
    assertThatCode(() -> DeskLimits.checkAll(DeskRole.FRONT_DESK, before, now))
        .doesNotThrowAnyException();
  }

  private static void refusedOfAll(Giving before, Giving now, String why) {
    assertThatThrownBy(() -> DeskLimits.checkAll(DeskRole.FRONT_DESK, before, now))
        .isInstanceOf(LimitRefusal.class)
        .hasMessageContaining(why);
    assertThatCode(() -> DeskLimits.checkAll(DeskRole.MANAGER, before, now))
        .doesNotThrowAnyException();
  }
}
