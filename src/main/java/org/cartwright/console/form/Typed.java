package org.cartwright.console.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cartwright.console.sessions.FormTokens;
import org.jspecify.annotations.Nullable;

/**
 * A form of a page, sent.
 *
 * @param form which of them
 * @param seen what the page showed when it was filled in, if its forms say so: believed for no more
 *     than to tell whether that is still so
 * @param fields what was typed, by the names of the fields; with line breaks as one character, as
 *     people and the fields' own limits count them
 */
public record Typed(String form, @Nullable String seen, Map<String, String> fields) {

  private static final String SEEN = "seen";

  /** What a script puts beside it: what the page shows by now. */
  private static final String SEEN_NOW = "seen-now";

  /** No key makes this character, and PostgreSQL keeps it in no text. */
  private static final String UNTYPED = "\0";

  /** The form that a request brought. */
  public static Typed of(String form, HttpServletRequest request) {
    var parameters = new HashMap<String, String>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
    return of(form, parameters);
  }

  static Typed of(String form, Map<String, String> parameters) {
    var fields = new TreeMap<>(parameters);
    fields.replaceAll((name, text) -> text.replace(UNTYPED, "").replace("\r\n", "\n"));
    fields.remove(FormTokens.FIELD);
    var seen = fields.remove(SEEN);
    var now = fields.remove(SEEN_NOW);
    return new Typed(form, now == null ? seen : now, fields);
  }

  /** What was typed into a field, or what stood there where the form has none. */
  public String field(String name, String otherwise) {
    return fields.getOrDefault(name, otherwise).strip();
  }

  /** What was typed into a field; null where that is nothing. */
  public @Nullable String orNone(String name) {
    var text = field(name, "");
    return text.isEmpty() ? null : text;
  }

  /**
   * What to throw where something typed is not taken.
   *
   * @param reasons by the names of the fields, as keys of the texts
   */
  public NotTaken problem(Map<String, String> reasons) {
    return new NotTaken(422, new Problem(form, fields, reasons));
  }

  /** The same where it is their role that may not. */
  public NotTaken forbidden(Map<String, String> reasons) {
    return new NotTaken(403, new Problem(form, fields, reasons));
  }
}
