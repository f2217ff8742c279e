package org.cartwright.console.catalog;

import jakarta.validation.ConstraintViolation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;

/** What holds wherever the catalog is changed. */
public final class CatalogDesk {

  private CatalogDesk() {}

  /**
   * Refuses whoever may look at the catalog only.
   *
   * @throws NotTaken if they may not change it
   */
  public static void requireMayChange(Typed typed, ConsoleSession by) {
    if (!by.member().role().mayChangeCatalog()) {
      throw typed.forbidden(Map.of("name", "catalog.problem.role"));
    }
  }

  /**
   * Refuses to change what is no longer as it was seen.
   *
   * @param present what there is to be seen now
   * @throws Stale if that is something else
   */
  public static void requireSeen(Typed typed, String present) {
    if (!present.equals(typed.seen())) {
      throw new Stale();
    }
  }

  /**
   * Refuses what cannot be read, and what the catalog does not take.
   *
   * @param unread why fields could not be read, by their names
   * @throws NotTaken with a reason beside each of the fields
   */
  public static void complain(
      Typed typed, Map<String, String> unread, Set<? extends ConstraintViolation<?>> violations) {
    var reasons = new HashMap<String, String>();
    for (var violation : violations) {
      var field = violation.getPropertyPath().iterator().next().getName();
      reasons.put(field, reason(field));
    }
    reasons.putAll(unread);
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
  }

  private static String reason(String field) {
    return switch (field) {
      case "name" -> "catalog.problem.name";
      case "price", "cost" -> "catalog.problem.price";
      case "percentage" -> "taxes.problem.percentage";
      case "items" -> "packages.problem.parts";
      default -> "problem.long";
    };
  }
}
