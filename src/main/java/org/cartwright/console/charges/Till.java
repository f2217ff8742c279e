package org.cartwright.console.charges;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cartwright.charges.api.payments.PaymentMedium;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;

/**
 * A payment as it is typed, split over the ways to pay, with what was handed over in cash. Of cash
 * that was handed over and not said to be how much of the charge, it is what is left to pay. All
 * amounts are in cents.
 */
final class Till {

  static final String CASH = "cash";
  static final String HANDED = "handed";
  static final String CARD = "card";
  static final String CREDIT = "credit";
  static final String OTHER = "other";
  static final String MEDIUM = "medium";

  /** Beyond all that can be owed, and small enough for sums. */
  private static final long LARGEST = Long.MAX_VALUE / 8;

  /** In which order they are taken: what may fail first. */
  private static final List<String> WAYS = List.of(CREDIT, CARD, OTHER, CASH);

  /** What else than cash, cards and credit something can be paid with. */
  static final List<PaymentMedium> OTHERS =
      List.of(PaymentMedium.values()).stream()
          .filter(
              it ->
                  it != PaymentMedium.CASH
                      && it != PaymentMedium.EXTERNAL_CARD
                      && it != PaymentMedium.PATIENT_CREDIT)
          .toList();

  private final Typed typed;
  private final TypedFigures figures;
  private final long owed;
  private final long credit;
  private final Map<String, Long> amounts = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  private Till(Typed typed, TypedFigures figures, long owed, long credit) {
    this.typed = typed;
    this.figures = figures;
    this.owed = owed;
    this.credit = credit;
  }

  /** A part of a payment. */
  record Part(PaymentMedium medium, long amount) {}

  /**
   * What was typed.
   *
   * @param credit how much of it the patient has
   */
  static Till of(Typed typed, TypedFigures figures, long owed, long credit) {
    var till = new Till(typed, figures, owed, credit);
    WAYS.forEach(till::read);
    till.read(HANDED);
    if (typed.field(CASH, "").isEmpty()) {
      till.amounts.put(CASH, Math.max(0, Math.min(till.amount(HANDED), till.rest())));
    }
    till.check();
    return till;
  }

  private void read(String field) {
    var text = typed.field(field, "");
    if (text.isEmpty()) {
      return;
    }
    var read = figures.money(text).filter(amount -> amount <= LARGEST);
    read.ifPresentOrElse(
        amount -> amounts.put(field, amount), () -> reasons.put(field, "till.problem.amount"));
  }

  private void check() {
    if (amount(CREDIT) > credit) {
      reasons.put(CREDIT, "till.problem.credit");
    }
    if (amount(HANDED) > 0 && amount(HANDED) < amount(CASH)) {
      reasons.put(HANDED, "till.problem.handed");
    }
    if (amount(OTHER) > 0 && medium().isEmpty()) {
      reasons.put(MEDIUM, "till.problem.medium");
    }
    if (rest() < 0 && owed > 0) {
      WAYS.stream()
          .filter(way -> amount(way) > 0)
          .forEach(way -> reasons.putIfAbsent(way, "till.problem.more"));
    }
    if (paid() == 0 && reasons.isEmpty()) {
      reasons.put(CASH, "till.problem.nothing");
    }
  }

  private long amount(String field) {
    return amounts.getOrDefault(field, 0L);
  }

  private long paid() {
    return WAYS.stream().mapToLong(this::amount).sum();
  }

  private Optional<PaymentMedium> medium() {
    return OTHERS.stream().filter(it -> it.name().equals(typed.field(MEDIUM, ""))).findFirst();
  }

  /** Why it cannot be taken, by the fields; nothing if it can. */
  Map<String, String> reasons() {
    return reasons;
  }

  /** What is taken, part by part. */
  List<Part> parts() {
    var parts = new ArrayList<Part>();
    for (var way : WAYS) {
      if (amount(way) > 0) {
        parts.add(new Part(medium(way), amount(way)));
      }
    }
    return parts;
  }

  private PaymentMedium medium(String way) {
    return switch (way) {
      case CASH -> PaymentMedium.CASH;
      case CARD -> PaymentMedium.EXTERNAL_CARD;
      case CREDIT -> PaymentMedium.PATIENT_CREDIT;
      default -> medium().orElseThrow();
    };
  }

  /** What is owed after it; negative if it is too much. */
  long rest() {
    return owed - paid();
  }

  /** What goes back of what was handed over. */
  long change() {
    return amount(HANDED) == 0 ? 0 : Math.max(0, amount(HANDED) - amount(CASH));
  }

  /** What stands in a field once all that the others leave is to be paid in that way. */
  String filled(String way) {
    var left = Math.max(0, rest() + amount(way));
    return figures.shown(way.equals(CREDIT) ? Math.min(left, credit) : left);
  }

  /** Whether something is paid in that way. */
  static boolean isWay(String word) {
    return WAYS.contains(word);
  }
}
