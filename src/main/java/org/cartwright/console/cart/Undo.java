package org.cartwright.console.cart;

import java.util.Map;
import java.util.TreeMap;
import org.cartwright.carts.api.CartItem;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.lines.DeskLine;

/**
 * What takes the last change of a cart back: a form of its page, filled in with what stood there
 * before. It is sent like any other, so what the role may not do and what somebody else has changed
 * meanwhile hold for it as well.
 *
 * @param key of the text that says what was done
 * @param what the name of the line it was done to
 * @param path where the form is sent, behind the cart's address
 */
record Undo(String key, String what, String path, Map<String, String> fields) {

  private static final String LINES = "/items";

  static Undo ofAdding(DeskLine added) {
    return new Undo("undo.added", added.name(), at(added.id()), Map.of("do", "remove"));
  }

  static Undo ofChanging(DeskLine before, TypedFigures figures) {
    return new Undo("undo.changed", before.name(), at(before.id()), content(before, figures));
  }

  /** A line that was taken off comes back behind the others. */
  static Undo ofRemoving(CartItem before, TypedFigures figures) {
    var line = DeskLine.of(before);
    var fields = content(line, figures);
    fields.put(
        "goods",
        before.itemId() == null ? "package:" + before.packageId() : "item:" + before.itemId());
    return new Undo("undo.removed", line.name(), LINES, fields);
  }

  static Undo ofHead(CartSummary before, TypedFigures figures) {
    return new Undo(
        "undo.head",
        "",
        "",
        Map.of(
            "discount",
            figures.shown(before.discountPercentage(), before.discountAmount()),
            "notes",
            before.notes() == null ? "" : before.notes()));
  }

  private static String at(String lineId) {
    return LINES + "/" + lineId;
  }

  private static Map<String, String> content(DeskLine line, TypedFigures figures) {
    var fields = new TreeMap<String, String>();
    fields.put("quantity", figures.shown(line.quantity()));
    fields.put("price", figures.shown(line.unitPrice()));
    fields.put("discount", figures.shown(line.discountPercentage(), line.discountAmount()));
    fields.put("notes", line.notes());
    return fields;
  }

  /** Whether a form that puts something on a cart says more than what. */
  static boolean isPuttingBack(Map<String, String> fields) {
    return fields.containsKey("quantity");
  }
}
