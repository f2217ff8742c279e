package org.cartwright.console.stock;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.console.form.Checked;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.stock.MovementKind;
import org.cartwright.stock.StockPolicy;
import org.cartwright.stock.keeping.MovementCreate;
import org.cartwright.stock.keeping.StockDetail;
import org.cartwright.stock.keeping.StockPolicyWrite;
import org.cartwright.stock.keeping.StockRoom;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says how items are counted and writes down what moved, which managers and owners do, to stock as
 * it was seen.
 */
@Service
class StockDesk {

  private static final String QUANTITY = "quantity";

  private final StockRoom stock;
  private final Tenants tenants;
  private final Validator validator;

  StockDesk(StockRoom stock, Tenants tenants, Validator validator) {
    this.stock = stock;
    this.tenants = tenants;
    this.validator = validator;
  }

  /**
   * Says what happens when more of an item is wanted than there is.
   *
   * @throws NotTaken if their role may not, or there is no such answer
   * @throws Stale if the item's stock is not as it was seen
   */
  @Transactional
  public void say(String itemId, Typed typed, ConsoleSession by) {
    requireKeeper("policy", typed, by);
    var wanted =
        Arrays.stream(StockPolicy.values())
            .filter(policy -> policy.name().equals(typed.field("policy", "")))
            .findFirst()
            .orElseThrow(() -> typed.problem(Map.of("policy", "stock.problem.policy")));
    stock.say(itemId, new StockPolicyWrite(wanted), present -> requireSeen(present, typed));
  }

  /**
   * Writes down that something came, went or was counted. Who counts says how much there is, not
   * how much that is more or less.
   *
   * @throws NotTaken if their role may not, or something typed is not to be read
   * @throws Stale if the item's stock is not as it was seen
   */
  @Transactional
  public void move(String itemId, Typed typed, ConsoleSession by) {
    requireKeeper(QUANTITY, typed, by);
    var present = stock.level(itemId);
    requireSeen(present, typed);
    var kind =
        Arrays.stream(MovementKind.values())
            .filter(one -> one.name().equals(typed.field("kind", "")))
            .findFirst()
            .orElseThrow(() -> typed.problem(Map.of("kind", "stock.problem.kind")));
    var number =
        TypedFigures.of(tenants.current())
            .number(typed.field(QUANTITY, ""))
            .orElseThrow(() -> typed.problem(Map.of(QUANTITY, "stock.problem.quantity")));
    var wanted =
        new MovementCreate(
            kind,
            kind == MovementKind.CORRECTED ? correction(number, present, typed) : number,
            typed.orNone("reason"),
            null);
    var reasons = new HashMap<String, String>();
    for (var field : Checked.wrong(validator, wanted)) {
      reasons.put(field, field.equals(QUANTITY) ? "stock.problem.quantity" : "problem.long");
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    stock.move(itemId, wanted, now -> requireSeen(now, typed));
  }

  private static BigDecimal correction(BigDecimal counted, StockDetail present, Typed typed) {
    var change = counted.subtract(present.onHand());
    if (change.signum() == 0) {
      throw typed.problem(Map.of(QUANTITY, "stock.problem.same"));
    }
    return change;
  }

  private static void requireSeen(StockDetail present, Typed typed) {
    if (!StockSheet.seen(present).equals(typed.seen())) {
      throw new Stale();
    }
  }

  private static void requireKeeper(String field, Typed typed, ConsoleSession by) {
    if (!by.member().role().mayChangeCatalog()) {
      throw typed.forbidden(Map.of(field, "stock.problem.role"));
    }
  }
}
