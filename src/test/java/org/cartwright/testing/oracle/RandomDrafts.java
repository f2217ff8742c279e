package org.cartwright.testing.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draft orders that lean towards the awkward. The same seed gives the same draft. */
public final class RandomDrafts {

  private static final List<String> CURRENCIES = List.of("USD", "BDT", "JPY", "KWD");
  private static final List<String> TYPES = List.of("ITEM", "PRODUCT", "SERVICE", "MEMBERSHIP");
  private static final List<String> SCOPES =
      List.of("ALL", "ALL", "PRODUCTS_ONLY", "SERVICES_ONLY", "SPECIFIC_CATEGORIES");
  private static final List<String> CATEGORIES = List.of("Mugs", "Shirts");
  private static final List<String> TAX_IDS = List.of("tax_a", "tax_b", "tax_c");
  private static final List<String> PERCENTS =
      List.of("4", "5", "8.25", "15", "20", "33.3333333333", "0.5", "0", "100", "12.5");
  private static final List<String> QUANTITIES =
      List.of("0.5", "1", "2", "3", "4.9999999999", "5", "7.25", "10", "50", "0.0000000001");

  private final Random random;

  private RandomDrafts(long seed) {
    random = new Random(seed);
  }

  public static OracleDraft seeded(long seed) {
    return new RandomDrafts(seed).draft();
  }

  private OracleDraft draft() {
    var items = new ArrayList<OracleDraft.Item>();
    for (var count = 1 + random.nextInt(4); count > 0; count--) {
      items.add(new OracleDraft.Item(price(), tiers(), chance(70), item()));
    }
    var lines = new ArrayList<OracleDraft.Line>();
    for (var count = chance(3) ? 0 : 1 + random.nextInt(chance(3) ? 60 : 7); count > 0; count--) {
      lines.add(
          new OracleDraft.Line(
              random.nextInt(items.size()), quantity(), chance(15) ? price() : null, off()));
    }
    var taxes = new ArrayList<OracleDraft.Tax>();
    for (var id : TAX_IDS.subList(0, random.nextInt(TAX_IDS.size() + 1))) {
      taxes.add(
          new OracleDraft.Tax(
              new OracleCart.Tax(id, oneOf(PERCENTS), oneOf(SCOPES), Set.of("Mugs"), Set.of()),
              chance(60) ? Set.of() : Set.of(oneOf(List.of("CA", "US-CA", "DE-CA", "NY"))),
              chance(70) ? Set.of() : Set.of(oneOf(List.of("94107", "94 1*", "Sw1*", "9*")))));
    }
    return new OracleDraft(
        oneOf(CURRENCIES),
        items,
        lines,
        chance(40) ? new OracleDraft.Fee(price(), item()) : null,
        off(),
        chance(50) ? coupon() : null,
        taxes,
        chance(10) ? null : place(),
        chance(50),
        chance(20));
  }

  private OracleDraft.Place place() {
    return new OracleDraft.Place(
        "US",
        oneOf(List.of("CA", "NY", "TX")),
        oneOf(List.of("94107", "94 117", "sw1a 1aa", "10001")));
  }

  private List<OracleDraft.Tier> tiers() {
    var tiers = new ArrayList<OracleDraft.Tier>();
    var from = 0L;
    for (var count = random.nextInt(4); count > 0; count--) {
      from += 1 + random.nextInt(6);
      tiers.add(
          chance(50)
              ? new OracleDraft.Tier(from, price(), "0")
              : new OracleDraft.Tier(from, null, oneOf(PERCENTS)));
    }
    return tiers;
  }

  private OracleDraft.Coupon coupon() {
    var off =
        chance(50)
            ? new OracleCart.Off(0, oneOf(List.of("10", "50", "100", "33.3333333333")))
            : new OracleCart.Off(1 + random.nextInt(5_000), "0");
    return new OracleDraft.Coupon(off, chance(50) ? 0 : random.nextInt(20_000));
  }

  private OracleCart.Item item() {
    return new OracleCart.Item(
        oneOf(TYPES),
        chance(30) ? null : oneOf(CATEGORIES),
        chance(15) ? Set.of("tax_b") : Set.of());
  }

  private OracleCart.Off off() {
    return switch (random.nextInt(4)) {
      case 0 -> new OracleCart.Off(0, oneOf(PERCENTS));
      case 1 -> new OracleCart.Off(1 + random.nextInt(3_000), "0");
      default -> OracleCart.Off.NOTHING;
    };
  }

  private long price() {
    return switch (random.nextInt(12)) {
      case 0 -> 0;
      case 1, 2, 3 -> 1 + random.nextInt(20);
      case 4 -> RandomCarts.HIGHEST_PRICE;
      default -> 1 + random.nextInt(5_000);
    };
  }

  private String quantity() {
    return chance(2) ? "1000000" : oneOf(QUANTITIES);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <V> V oneOf(List<V> values) {
    return values.get(random.nextInt(values.size()));
  }
}
