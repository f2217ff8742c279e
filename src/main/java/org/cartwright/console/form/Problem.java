package org.cartwright.console.form;

import java.util.Map;

/**
 * What somebody typed and why it was not taken. It stands in its fields again, with the reason
 * beside.
 *
 * @param form which of the page's forms it was
 * @param typed by the names of its fields
 * @param reasons by the names of the fields they are about, as keys of the texts
 */
public record Problem(String form, Map<String, String> typed, Map<String, String> reasons) {

  /** Nothing was typed yet. */
  public static final Problem NONE = new Problem("", Map.of(), Map.of());

  /** What stands in a field; also for the template. */
  public String in(String ofForm, String field, String otherwise) {
    return form.equals(ofForm) ? typed.getOrDefault(field, otherwise) : otherwise;
  }

  /** Why a field was not taken, if it was not; also for the template. */
  public String why(String ofForm, String field) {
    return form.equals(ofForm) ? reasons.getOrDefault(field, "") : "";
  }
}
