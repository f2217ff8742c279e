package org.cartwright.console.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of a list asks for. Whatever it says that cannot be is left out, so that each
 * address leads to a list.
 */
public final class Asked {

  /** Nobody turns that many pages; they narrow it down. */
  private static final int MOST_PAGES = 10_000;

  private static final int LONGEST_SEARCH = 200;
  private static final int LONGEST_ID = 64;

  private Asked() {}

  /** The same as {@link #search(String, int)}, as long as most searches may be. */
  public static String search(String typed) {
    return search(typed, LONGEST_SEARCH);
  }

  /** What is searched for; what is too long is cut, and what no database holds is left out. */
  public static String search(String typed, int longest) {
    var stripped = typed.replace("\0", "").strip();
    return stripped.length() <= longest ? stripped : stripped.substring(0, longest).strip();
  }

  /** The id of something; what is too long to be one is none. */
  public static String id(String typed) {
    return typed.length() <= LONGEST_ID ? typed : "";
  }

  /** Those of a closed list that are named, each once and in the order of the list. */
  public static <E extends Enum<E>> List<E> named(E[] all, List<String> names) {
    return Arrays.stream(all).filter(it -> names.contains(it.name())).toList();
  }

  /** The number of a page, from 1 on. */
  public static int page(String typed) {
    return typed.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(typed), MOST_PAGES) : 1;
  }

  /** How many pages there are of so many. */
  public static int pages(long total, int size) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (total + size - 1) / size));
  }

  /** The address of a list; what is empty is left out. */
  public static String address(String path, Map<String, List<String>> parameters) {
    var address = UriComponentsBuilder.fromPath(path);
    var values = new LinkedHashMap<String, Object>();
    parameters.forEach(
        (name, all) -> {
          for (var value : all) {
            if (!value.isEmpty()) {
              var key = name + values.size();
              values.put(key, value);
              address.queryParam(name, "{" + key + "}");
            }
          }
        });
    return address.encode().buildAndExpand(values).toUriString();
  }
}
