package org.cartwright.console.lines;

import java.util.Map;
import java.util.TreeMap;
import org.cartwright.console.form.TypedFigures;

/**
 * What takes the last change of a cart or a draft back: a form of its page, filled in with what
 * stood there before. It is sent like any other, so what the role may not do and what somebody else
 * has changed meanwhile hold for it as well.
 *
 * @param key of the text that says what was done
 * @param what the name of the line it was done to
 * @param path where the form is sent, behind the page's address
 */
public record Undo(String key, String what, String path, Map<String, String> fields) {

  private static final String LINES = "/items";
  private static final String PRICE = "price";
  private static final String ANEW = "anew";

  public static Undo ofAdding(DeskLine added) {
    return new Undo("undo.added", added.name(), at(added.id()), Map.of("do", "remove"));
  }

  public static Undo ofChanging(DeskLine before, TypedFigures figures) {
    return new Undo("undo.changed", before.name(), at(before.id()), content(before, figures));
  }

  /**
   * A line that was taken off comes back behind the others.
   *
   * @param goods what is put on again, as the catalog beside the page names it
   */
  public static Undo ofRemoving(DeskLine before, String goods, TypedFigures figures) {
    var fields = content(before, figures);
    fields.put("goods", goods);
    return new Undo("undo.removed", before.name(), LINES, fields);
  }

  /**
   * @param discount on everything, as it stood in its field
   */
  public static Undo ofHead(String discount, String notes) {
    return new Undo("undo.head", "", "", Map.of("discount", discount, "notes", notes));
  }

  /** The same, but that the price is looked up as it was, and asked by nobody. */
  public Undo withoutPrice() {
    var others = new TreeMap<>(fields);
    others.remove(PRICE);
    return new Undo(key, what, path, others);
  }

  /**
   * The same where a price was typed over one that had been looked up: none that is typed is that
   * again, so the line is put on anew.
   */
  public Undo lookingUpThePrice() {
    var others = new TreeMap<>(withoutPrice().fields());
    others.put(ANEW, "yes");
    return new Undo(key, what, path, others);
  }

  /** Whether a form that changes a line puts it on anew, with the price that is looked up. */
  public static boolean isPuttingOnAnew(Map<String, String> fields) {
    return fields.containsKey(ANEW);
  }

  private static String at(String lineId) {
    return LINES + "/" + lineId;
  }

  private static Map<String, String> content(DeskLine line, TypedFigures figures) {
    var fields = new TreeMap<String, String>();
    fields.put("quantity", figures.shown(line.quantity()));
    fields.put(PRICE, figures.shown(line.unitPrice()));
    fields.put("discount", figures.shown(line.discountPercentage(), line.discountAmount()));
    fields.put("notes", line.notes());
    return fields;
  }

  /** Whether a form that puts something on says more than what. */
  public static boolean isPuttingBack(Map<String, String> fields) {
    return fields.containsKey("quantity");
  }
}
