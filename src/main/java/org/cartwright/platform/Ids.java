package org.cartwright.platform;

import com.github.f4b6a3.ulid.UlidCreator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Ids of the house: a prefix that names the kind and a time-ordered 128-bit value, as in {@code
 * cart_01kq…}.
 */
public final class Ids {

  /**
   * What a client may choose as an id itself: 1 to 64 letters, digits, dots, underscores and
   * hyphens.
   */
  public static final String CLIENT_CHOSEN = "^[A-Za-z0-9._-]{1,64}$";

  private static final Pattern POSSIBLE = Pattern.compile(CLIENT_CHOSEN);

  private Ids() {}

  /** Whether anything can have this id at all; if not, there is no need to ask the database. */
  public static boolean isPossible(String id) {
    return POSSIBLE.matcher(id).matches();
  }

  /** A new id for something of the given kind; later ids sort after earlier ones. */
  public static String next(String kind) {
    return kind + "_" + UlidCreator.getMonotonicUlid().toString().toLowerCase(Locale.ROOT);
  }
}
