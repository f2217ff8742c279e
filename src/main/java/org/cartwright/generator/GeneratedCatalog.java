package org.cartwright.generator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.PackagePart;
import org.cartwright.pricing.taxes.TaxArea;
import org.cartwright.pricing.taxes.TaxBasis;
import org.cartwright.pricing.taxes.TaxRule;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.pricing.taxes.TaxedItem;
import org.cartwright.pricing.taxes.TaxedPackage;
import org.jspecify.annotations.Nullable;

/** What a generated clinic sells. */
final class GeneratedCatalog {

  /** An item, or a package, as a line sells it. */
  record Offer(
      @Nullable String itemId,
      @Nullable String packageId,
      String name,
      Cents price,
      TaxBasis basis) {}

  private final List<Offer> items = new ArrayList<>();
  private final List<Offer> packages = new ArrayList<>();
  private final List<TaxRule> taxes =
      List.of(
          new TaxRule(
              "tax_sales",
              "Sales tax",
              new Percentage(new BigDecimal("8.25")),
              TaxScope.PRODUCTS_ONLY,
              Set.of(),
              TaxArea.EVERYWHERE),
          new TaxRule(
              "tax_injectables",
              "Injectables tax",
              new Percentage(new BigDecimal("1.5")),
              TaxScope.SPECIFIC_CATEGORIES,
              Set.of("Injectables"),
              TaxArea.EVERYWHERE));

  /** Draws the catalog and adds its rows to a batch. */
  GeneratedCatalog(GeneratorOptions wanted, RowBatch batch) {
    var chance = new SeededRandom(wanted.seed(), -1);
    var opening = wanted.opening();
    for (var tax : taxes) {
      batch.tax.add(
          tax.id(),
          tax.name(),
          tax.rate(),
          tax.scope(),
          tax.categories().isEmpty() ? null : "{" + String.join(",", tax.categories()) + "}",
          false,
          opening);
    }
    for (int n = 0; n < wanted.items(); n++) {
      addItem("item_%04d".formatted(n), chance, wanted, batch);
    }
    for (int n = 0; n < wanted.packages(); n++) {
      addPackage("package_%03d".formatted(n), chance, wanted, batch);
    }
  }

  List<TaxRule> taxes() {
    return taxes;
  }

  /** Something to put on a line, what is sold often more often. */
  Offer draw(SeededRandom chance) {
    return chance.in(12) ? chance.of(packages) : items.get(chance.skewed(items.size()));
  }

  private void addItem(String id, SeededRandom chance, GeneratorOptions wanted, RowBatch batch) {
    boolean product = chance.in(65);
    var quality = chance.of(SampleNames.QUALITIES);
    var thing = product ? chance.of(SampleNames.PRODUCTS) : chance.of(SampleNames.SERVICES);
    var name = quality + " " + thing + " " + Integer.parseInt(id.substring(5));
    var type = product ? ItemType.PRODUCT : ItemType.SERVICE;
    var category = chance.of(SampleNames.CATEGORIES);
    var price = new Cents(chance.between(9, 900) * 100L - (product ? 1 : 0));
    items.add(new Offer(id, null, name, price, new TaxedItem(type, category, Set.of())));
    batch.item.add(
        id,
        name,
        product ? chance.of(SampleNames.BRANDS) : null,
        price.value(),
        category,
        product,
        false,
        false,
        type,
        product ? price.value() / 3 : null,
        wanted.opening());
  }

  private void addPackage(String id, SeededRandom chance, GeneratorOptions wanted, RowBatch batch) {
    var parts = new ArrayList<PackagePart>();
    var name =
        "%s %s plan %d"
            .formatted(
                chance.of(SampleNames.QUALITIES),
                chance.of(SampleNames.CATEGORIES).toLowerCase(Locale.ROOT),
                Integer.parseInt(id.substring(8)));
    long price = 0;
    for (int position = 0; position < 3; position++) {
      var item = chance.of(items);
      int quantity = chance.between(1, 4);
      long each = item.price().value() * 9 / 10;
      price += each * quantity;
      parts.add(new PackagePart(new Cents(each), Quantity.of(quantity), (TaxedItem) item.basis()));
      batch.part.add(id, "part_" + position, position, item.itemId(), quantity, each);
    }
    packages.add(new Offer(null, id, name, new Cents(price), new TaxedPackage(parts)));
    batch.pack.add(
        id, name, "Three things that go together", false, price, "Offers", wanted.opening());
  }
}
