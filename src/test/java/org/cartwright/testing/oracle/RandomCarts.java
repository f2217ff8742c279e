package org.cartwright.testing.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Carts within the bounds of what may be asked for, leaning towards the awkward: nothing, one, the
 * largest, and exact copies. The same seed gives the same cart.
 */
public final class RandomCarts {

  public static final int MOST_LINES = 500;
  public static final long HIGHEST_PRICE = 10_000_000_000L;
  public static final long LARGEST_FIGURE = 9_007_199_254_740_991L;

  private static final List<String> TYPES =
      List.of("ITEM", "PRODUCT", "MEDICATION", "SERVICE", "PACKAGE", "MEMBERSHIP");
  private static final List<String> SCOPES =
      List.of("ALL", "PRODUCTS_ONLY", "SERVICES_ONLY", "MEMBERSHIPS_ONLY", "SPECIFIC_CATEGORIES");
  private static final List<String> CATEGORIES = List.of("Fillers", "Skin care", "Lasers");
  private static final List<String> LOCATIONS = List.of("north", "south", "east");
  private static final List<String> TAX_IDS = List.of("tax_a", "tax_b", "tax_c", "tax_d");

  private final Random random;

  /** Whether high prices meet high quantities, which mostly ends in a figure too large. */
  private final boolean reckless;

  private RandomCarts(long seed) {
    this.random = new Random(seed);
    this.reckless = chance(3);
  }

  public static OracleCart seeded(long seed) {
    return new RandomCarts(seed).cart();
  }

  private OracleCart cart() {
    var taxes = new ArrayList<OracleCart.Tax>();
    for (var id : TAX_IDS.subList(0, random.nextInt(TAX_IDS.size() + 1))) {
      taxes.add(
          new OracleCart.Tax(id, percent(), oneOf(SCOPES), someOf(CATEGORIES, 50), locations()));
    }
    var copying = chance(30);
    var lines = new ArrayList<OracleCart.Line>();
    for (var count = lineCount(); count > 0; count--) {
      lines.add(copying && !lines.isEmpty() && chance(60) ? lines.get(lines.size() - 1) : line());
    }
    return new OracleCart(lines, off(), taxes, chance(20) ? null : oneOf(LOCATIONS));
  }

  private int lineCount() {
    return switch (random.nextInt(100)) {
      case 0 -> MOST_LINES;
      case 1, 2 -> random.nextInt(MOST_LINES + 1);
      case 3 -> 0;
      default -> 1 + random.nextInt(8);
    };
  }

  private OracleCart.Line line() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> new OracleCart.Line(price(), quantity(), off(), null, parts());
      default -> new OracleCart.Line(price(), quantity(), off(), item(), null);
    };
  }

  private List<OracleCart.Part> parts() {
    var parts = new ArrayList<OracleCart.Part>();
    var weightless = chance(25);
    for (var count = chance(15) ? 0 : 1 + random.nextInt(5); count > 0; count--) {
      parts.add(new OracleCart.Part(weightless ? 0 : price(), partQuantity(), item()));
    }
    return parts;
  }

  private @Nullable String partQuantity() {
    return chance(30) ? null : chance(20) ? quantity() : Integer.toString(1 + random.nextInt(4));
  }

  private OracleCart.Item item() {
    return new OracleCart.Item(
        oneOf(TYPES), chance(30) ? null : oneOf(CATEGORIES), someOf(TAX_IDS, 15));
  }

  private long price() {
    return switch (random.nextInt(20)) {
      case 0, 1 -> 0;
      case 2, 3, 4, 5 -> 1 + random.nextInt(20);
      case 6, 7 -> Math.floorMod(random.nextLong(), HIGHEST_PRICE + 1);
      case 8 -> HIGHEST_PRICE;
      default -> 1 + random.nextInt(100_000);
    };
  }

  private String quantity() {
    if (reckless && chance(50)) {
      return chance(50) ? "1000000" : decimals(1 + random.nextInt(999_999));
    }
    return switch (random.nextInt(10)) {
      case 0 -> "0.0000000001";
      case 1, 2, 3, 4 -> Integer.toString(1 + random.nextInt(10));
      case 5 -> decimals(random.nextInt(1000));
      default -> decimals(random.nextInt(20));
    };
  }

  /** A number from {@code whole} up, but above 0 and below the next, with one to ten decimals. */
  private String decimals(int whole) {
    var range = 1L;
    for (var places = 1 + random.nextInt(10); places > 0; places--) {
      range *= 10;
    }
    var fraction = Long.toString(range + 1 + random.nextLong(range - 1)).substring(1);
    return whole + "." + fraction;
  }

  private OracleCart.Off off() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> OracleCart.Off.NOTHING;
      case 4, 5, 6 -> new OracleCart.Off(0, percent());
      case 7 -> new OracleCart.Off(1 + random.nextInt(100), "0");
      case 8 -> new OracleCart.Off(1 + random.nextInt(1_000_000), "0");
      default ->
          new OracleCart.Off(
              chance(30) ? LARGEST_FIGURE : 1 + Math.floorMod(random.nextLong(), LARGEST_FIGURE),
              "0");
    };
  }

  private String percent() {
    return switch (random.nextInt(10)) {
      case 0 -> "100";
      case 1 -> "50";
      case 2 -> "0";
      case 3 -> "0.0000000001";
      case 4 -> "8.25";
      default -> decimals(random.nextInt(chance(70) ? 30 : 100));
    };
  }

  private Set<String> locations() {
    return chance(60) ? Set.of() : someOf(LOCATIONS, 60);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String oneOf(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Set<String> someOf(List<String> values, int percent) {
    var some = new TreeSet<String>();
    for (var value : values) {
      if (chance(percent)) {
        some.add(value);
      }
    }
    return some;
  }
}
