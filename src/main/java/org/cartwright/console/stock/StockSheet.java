package org.cartwright.console.stock;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.platform.paging.Page;
import org.cartwright.stock.MovementKind;
import org.cartwright.stock.keeping.MovementDetail;
import org.cartwright.stock.keeping.StockDetail;
import org.jspecify.annotations.Nullable;

/**
 * What moved of an item, as its page shows it.
 *
 * @param pages how many of those there are
 */
record StockSheet(List<Moved> moved, int page, int pages) {

  private static final String ORDER = "order_";

  /**
   * A movement.
   *
   * @param quantity with its sign: what it adds, or takes away
   * @param order whose page tells more; absent if it is about none
   * @param reference what else it is about; absent for nothing
   * @param by who of the staff wrote it down; absent for nobody of them
   * @param isByProgram whether a program did, with a key
   */
  record Moved(
      int number,
      MovementKind kind,
      String quantity,
      String onHand,
      @Nullable String reason,
      @Nullable String order,
      @Nullable String reference,
      Instant moment,
      @Nullable String by,
      boolean isByProgram) {}

  /**
   * @param staff the names of providers by their ids
   */
  static StockSheet of(
      Page<MovementDetail> found,
      int page,
      int pages,
      TypedFigures figures,
      Map<String, String> staff) {
    return new StockSheet(
        found.data().stream().map(one -> moved(one, figures, staff)).toList(), page, pages);
  }

  /**
   * What somebody saw who changes it: what is held for drafts meanwhile does not matter to them.
   */
  static String seen(StockDetail stock) {
    return "%s %s %s"
        .formatted(stock.policy(), stock.onHand().toPlainString(), stock.updatedDate());
  }

  private static Moved moved(
      MovementDetail movement, TypedFigures figures, Map<String, String> staff) {
    var change = movement.kind().change(movement.quantity());
    var reference = movement.reference();
    var isOrder = reference != null && reference.startsWith(ORDER);
    return new Moved(
        movement.number(),
        movement.kind(),
        (change.signum() > 0 ? "+" : "") + figures.shown(change),
        figures.shown(movement.onHand()),
        movement.reason(),
        isOrder ? reference : null,
        isOrder ? null : reference,
        movement.moment(),
        movement.providerId() == null ? null : staff.get(movement.providerId()),
        movement.keyId() != null);
  }
}
