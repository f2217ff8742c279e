package org.cartwright.pricing.taxes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.cartwright.pricing.amounts.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxRuleTests {

  @ParameterizedTest(name = "{0} on an {1}: {2}")
  @CsvSource({
    "ALL, ITEM, true",
    "ALL, PRODUCT, true",
    "ALL, MEDICATION, true",
    "ALL, SERVICE, true",
    "ALL, PACKAGE, true",
    "ALL, MEMBERSHIP, true",
    "PRODUCTS_ONLY, ITEM, true",
    "PRODUCTS_ONLY, PRODUCT, true",
    "PRODUCTS_ONLY, MEDICATION, true",
    "PRODUCTS_ONLY, SERVICE, false",
    "PRODUCTS_ONLY, PACKAGE, false",
    "PRODUCTS_ONLY, MEMBERSHIP, false",
    "SERVICES_ONLY, ITEM, false",
    "SERVICES_ONLY, PRODUCT, false",
    "SERVICES_ONLY, MEDICATION, false",
    "SERVICES_ONLY, SERVICE, true",
    "SERVICES_ONLY, PACKAGE, false",
    "SERVICES_ONLY, MEMBERSHIP, false",
    "MEMBERSHIPS_ONLY, ITEM, false",
    "MEMBERSHIPS_ONLY, PRODUCT, false",
    "MEMBERSHIPS_ONLY, MEDICATION, false",
    "MEMBERSHIPS_ONLY, SERVICE, false",
    "MEMBERSHIPS_ONLY, PACKAGE, false",
    "MEMBERSHIPS_ONLY, MEMBERSHIP, true",
  })
  void coversTheTypesOfItsScope(TaxScope scope, ItemType type, boolean applies) {
    assertThat(tax(scope).appliesTo(new TaxedItem(type, null, Set.of()), TaxPlace.UNKNOWN))
        .isEqualTo(applies);
  }

  @Test
  void coversTheCategoriesItNamesToTheLetter() {
    var tax =
        new TaxRule(
            "t",
            "Tax",
            rate(),
            TaxScope.SPECIFIC_CATEGORIES,
            Set.of("Fillers", "Lasers"),
            TaxArea.EVERYWHERE);

    assertThat(tax.appliesTo(inCategory("Fillers"), TaxPlace.UNKNOWN)).isTrue();
    assertThat(tax.appliesTo(inCategory("Lasers"), TaxPlace.UNKNOWN)).isTrue();
    assertThat(tax.appliesTo(inCategory("fillers"), TaxPlace.UNKNOWN)).isFalse();
    assertThat(tax.appliesTo(inCategory("Skin care"), TaxPlace.UNKNOWN)).isFalse();
    assertThat(tax.appliesTo(inCategory(null), TaxPlace.UNKNOWN)).isFalse();
    assertThat(tax.appliesTo(new TaxedItem(ItemType.PACKAGE, "Lasers", Set.of()), TaxPlace.UNKNOWN))
        .isTrue();
  }

  @Test
  void ignoresItsCategoriesUnlessItsScopeIsCategories() {
    var tax = new TaxRule("t", "Tax", rate(), TaxScope.ALL, Set.of("Fillers"), TaxArea.EVERYWHERE);

    assertThat(tax.appliesTo(inCategory("Skin care"), TaxPlace.UNKNOWN)).isTrue();
  }

  @Test
  void leavesExemptedItemsAlone() {
    var item = new TaxedItem(ItemType.PRODUCT, null, Set.of("t"));

    assertThat(tax(TaxScope.ALL).appliesTo(item, TaxPlace.UNKNOWN)).isFalse();
    assertThat(
            new TaxRule("u", "Tax", rate(), TaxScope.ALL, Set.of(), TaxArea.EVERYWHERE)
                .appliesTo(item, TaxPlace.UNKNOWN))
        .isTrue();
  }

  @Test
  void isLeviedEverywhereUnlessItNamesLocations() {
    var everywhere = tax(TaxScope.ALL);
    var north = new TaxRule("t", "Tax", rate(), TaxScope.ALL, Set.of(), at("north", "east"));
    var item = inCategory(null);

    assertThat(everywhere.appliesTo(item, TaxPlace.of("south"))).isTrue();
    assertThat(everywhere.appliesTo(item, TaxPlace.UNKNOWN)).isTrue();
    assertThat(north.appliesTo(item, TaxPlace.of("north"))).isTrue();
    assertThat(north.appliesTo(item, TaxPlace.of("south"))).isFalse();
    assertThat(north.appliesTo(item, TaxPlace.UNKNOWN)).isFalse();
  }

  @Test
  void whichAreLeviedAtAPlaceIsFoundOutOnce() {
    var north = new TaxRule("n", "North", rate(), TaxScope.ALL, Set.of(), at("north"));
    var south = new TaxRule("s", "South", rate(), TaxScope.ALL, Set.of(), at("south"));
    var everywhere = tax(TaxScope.SERVICES_ONLY);

    assertThat(TaxRule.leviedAt(TaxPlace.of("north"), List.of(everywhere, south, north)))
        .containsExactly(
            everywhere,
            new TaxRule("n", "North", rate(), TaxScope.ALL, Set.of(), TaxArea.EVERYWHERE));
    assertThat(TaxRule.leviedAt(TaxPlace.UNKNOWN, List.of(south, everywhere, north)))
        .containsExactly(everywhere);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ALL, true",
    "PRODUCTS_ONLY, false",
    "SERVICES_ONLY, false",
    "MEMBERSHIPS_ONLY, false",
    "SPECIFIC_CATEGORIES, false",
  })
  void appliesToAnEmptyPackageOnlyIfMeantForEverything(TaxScope scope, boolean applies) {
    var here = new TaxRule("t", "Tax", rate(), scope, Set.of(), at("north"));

    assertThat(tax(scope).appliesToEmptyPackage(TaxPlace.UNKNOWN)).isEqualTo(applies);
    assertThat(here.appliesToEmptyPackage(TaxPlace.of("north"))).isEqualTo(applies);
    assertThat(here.appliesToEmptyPackage(TaxPlace.of("south"))).isFalse();
    assertThat(here.appliesToEmptyPackage(TaxPlace.UNKNOWN)).isFalse();
  }

  private static TaxRule tax(TaxScope scope) {
    return new TaxRule("t", "Tax", rate(), scope, Set.of(), TaxArea.EVERYWHERE);
  }

  private static TaxArea at(String... locations) {
    return TaxArea.ofLocations(Set.of(locations));
  }

  private static Percentage rate() {
    return new Percentage(BigDecimal.TEN);
  }

  private static TaxedItem inCategory(@Nullable String category) {
    return new TaxedItem(ItemType.PRODUCT, category, Set.of());
  }
}
