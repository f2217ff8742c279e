package org.cartwright.console.products;

import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cartwright.catalog.Catalog;
import org.cartwright.catalog.Shelf;
import org.cartwright.catalog.products.ProductBook;
import org.cartwright.catalog.products.ProductDetail;
import org.cartwright.catalog.products.ProductWrite;
import org.cartwright.console.form.Checked;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes products of items, changes and deletes them as they were seen, which managers and owners
 * do.
 */
@Service
class ProductDesk {

  private static final int ENOUGH = 50;

  private final ProductBook products;
  private final Catalog catalog;
  private final Shelf shelf;
  private final Validator validator;

  ProductDesk(ProductBook products, Catalog catalog, Shelf shelf, Validator validator) {
    this.products = products;
    this.catalog = catalog;
    this.shelf = shelf;
    this.validator = validator;
  }

  /**
   * Makes a product, by id. Items become its variants on its page.
   *
   * @throws NotTaken if their role may not, or something typed is none
   */
  @Transactional
  public String create(Typed typed, ConsoleSession by) {
    requireKeeper(typed, by);
    return products.create(read(new ProductForm(null), typed, null)).id();
  }

  /**
   * Changes a product and its variants.
   *
   * @throws NotTaken if their role may not, or something typed is none
   * @throws Stale if it is not as it was seen
   * @throws org.cartwright.platform.errors.Conflict if an item is a variant of another product
   */
  @Transactional
  public void change(String id, Typed typed, ConsoleSession by) {
    requireKeeper(typed, by);
    var present = products.product(id);
    requireSeen(present, typed);
    var called = typed.field(ProductForm.ITEM, "");
    var wanted =
        read(new ProductForm(present), typed, called.isEmpty() ? null : item(called, typed));
    besideItsField(
        typed, present, wanted, () -> products.replace(id, wanted, now -> requireSeen(now, typed)));
  }

  /**
   * Deletes a product; its items stay.
   *
   * @throws NotTaken if their role may not
   * @throws Stale if it is not as it was seen
   */
  @Transactional
  public void delete(String id, Typed typed, ConsoleSession by) {
    requireKeeper(typed, by);
    products.delete(id, now -> requireSeen(now, typed));
  }

  private ProductWrite read(ProductForm form, Typed typed, @Nullable String added) {
    var wanted = form.read(typed, added);
    var reasons = new HashMap<String, String>();
    for (var field : Checked.wrong(validator, wanted)) {
      reasons.put(field, "products.problem." + field);
    }
    for (var variant : wanted.variants()) {
      if (!Checked.wrong(validator, variant).isEmpty()) {
        reasons.put(
            variant.itemId().equals(added)
                ? ProductForm.NEW_OPTIONS
                : ProductForm.VARIANT + variant.itemId(),
            "products.problem.variants");
      }
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    return wanted;
  }

  private String item(String called, Typed typed) {
    if (Ids.isPossible(called)
        && catalog.priceList(List.of(called), List.of()).item(called).isPresent()) {
      return called;
    }
    var found =
        shelf.find(called, ENOUGH).stream().filter(goods -> goods.itemId() != null).toList();
    var exactly = found.stream().filter(goods -> goods.name().equalsIgnoreCase(called)).toList();
    var meant = exactly.isEmpty() ? found : exactly;
    if (meant.size() != 1) {
      throw typed.problem(
          Map.of(
              ProductForm.ITEM,
              meant.isEmpty() ? "products.problem.item.none" : "products.problem.item.many"));
    }
    return Objects.requireNonNull(meant.getFirst().itemId());
  }

  /** What is wrong with one variant is said beside it. */
  private static void besideItsField(
      Typed typed, ProductDetail present, ProductWrite wanted, Runnable work) {
    try {
      work.run();
    } catch (InvalidRequest invalid) {
      var reasons = new HashMap<String, String>();
      for (var violation : invalid.violations()) {
        var path = List.copyOf(violation.loc());
        if (path.size() > 2 && path.get(path.size() - 2) instanceof Integer place) {
          var item = wanted.variants().get(place).itemId();
          var isNew = present.variants().stream().noneMatch(one -> one.itemId().equals(item));
          reasons.putIfAbsent(
              isNew
                  ? path.getLast().equals("options") ? ProductForm.NEW_OPTIONS : ProductForm.ITEM
                  : ProductForm.VARIANT + item,
              "products.problem.variant." + path.getLast());
        }
      }
      throw reasons.isEmpty() ? invalid : typed.problem(reasons);
    }
  }

  private static void requireSeen(ProductDetail present, Typed typed) {
    if (!ProductForm.seen(present).equals(typed.seen())) {
      throw new Stale();
    }
  }

  private static void requireKeeper(Typed typed, ConsoleSession by) {
    if (!by.member().role().mayChangeCatalog()) {
      throw typed.forbidden(Map.of(ProductForm.NAME, "products.problem.role"));
    }
  }
}
