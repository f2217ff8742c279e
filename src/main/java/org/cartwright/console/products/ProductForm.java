package org.cartwright.console.products;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cartwright.catalog.products.ProductDetail;
import org.cartwright.catalog.products.ProductWrite;
import org.cartwright.catalog.products.VariantDetail;
import org.cartwright.catalog.products.VariantWrite;
import org.cartwright.console.form.Typed;
import org.jspecify.annotations.Nullable;

/**
 * The form of a product: what stands in its fields, and what is meant by what is typed there.
 * Options are typed as people call a variant, with strokes between them; what stays as it was shown
 * is what it was, whatever strokes it has in it.
 *
 * @param product which is changed; absent for a new one
 */
record ProductForm(@Nullable ProductDetail product) {

  static final String NAME = "name";
  static final String DESCRIPTION = "description";
  static final String OPTIONS = "optionNames";
  static final String ITEM = "item";
  static final String NEW_OPTIONS = "options";
  static final String VARIANT = "variant-";
  static final String LESS = "less-";

  private static final String BETWEEN = " / ";

  /** What stands in each field, by its name. */
  Map<String, String> fields() {
    var fields = new TreeMap<String, String>();
    if (product != null) {
      fields.put(NAME, product.name());
      fields.put(DESCRIPTION, Objects.requireNonNullElse(product.description(), ""));
      fields.put(OPTIONS, String.join(BETWEEN, product.optionNames()));
      product.variants().forEach(one -> fields.put(VARIANT + one.itemId(), one.label()));
    }
    return fields;
  }

  /** Which product the form shows, so that another one is not changed. */
  static String seen(ProductDetail product) {
    return String.valueOf(Objects.requireNonNullElse(product.updatedDate(), product.createdDate()));
  }

  /**
   * The product as it is to be.
   *
   * @param added an item that becomes a variant as well, if one does
   */
  ProductWrite read(Typed typed, @Nullable String added) {
    var variants = new ArrayList<VariantWrite>();
    for (var one : present()) {
      if (typed.field(LESS + one.itemId(), "").isEmpty()) {
        var label = typed.field(VARIANT + one.itemId(), one.label());
        variants.add(
            new VariantWrite(
                one.itemId(), label.equals(one.label()) ? one.options() : split(label)));
      }
    }
    if (added != null) {
      variants.add(new VariantWrite(added, split(typed.field(NEW_OPTIONS, ""))));
    }
    return new ProductWrite(
        typed.field(NAME, ""), typed.orNone(DESCRIPTION), optionNames(typed), variants);
  }

  private List<VariantDetail> present() {
    return product == null ? List.of() : product.variants();
  }

  private List<String> optionNames(Typed typed) {
    var text = typed.field(OPTIONS, "");
    return product != null && text.equals(String.join(BETWEEN, product.optionNames()))
        ? product.optionNames()
        : split(text);
  }

  private static List<String> split(String typed) {
    return typed.isEmpty()
        ? List.of()
        : Arrays.stream(typed.split("/", -1)).map(String::strip).toList();
  }
}
