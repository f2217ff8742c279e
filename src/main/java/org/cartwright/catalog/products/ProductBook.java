package org.cartwright.catalog.products;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.function.Consumer;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The products of a shop, as its staff keep them. */
@Service
public class ProductBook {

  private final ProductRepository products;
  private final ProductVariants variants;
  private final ProductReader reader;
  private final EntityManager entities;
  private final Clock clock;

  ProductBook(
      ProductRepository products,
      ProductVariants variants,
      ProductReader reader,
      EntityManager entities,
      Clock clock) {
    this.products = products;
    this.variants = variants;
    this.reader = reader;
    this.entities = entities;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Page<ProductDetail> page(@Nullable String search, String order, Paging paging) {
    return reader.page(search, order, paging);
  }

  @Transactional(readOnly = true)
  public ProductDetail product(String id) {
    return reader.product(id);
  }

  /**
   * Makes a product of items.
   *
   * @throws InvalidRequest naming everything that is wrong with its variants
   * @throws ProductRefusal if items are variants of other products
   */
  @Transactional
  public ProductDetail create(ProductWrite wanted) {
    var id = Ids.next("product");
    entities.persist(new Product(id, wanted, clock.instant()));
    variants.replace(id, wanted);
    entities.flush();
    return reader.product(id);
  }

  /**
   * Says everything about a product anew. Items that are no variants of it any more stay items.
   *
   * @throws InvalidRequest naming everything that is wrong with its variants
   * @throws ProductRefusal if items are variants of other products
   */
  @Transactional
  ProductDetail replace(String id, ProductWrite wanted) {
    var product = lock(id);
    variants.replace(id, wanted);
    product.replace(wanted, clock.instant());
    entities.flush();
    return reader.product(id);
  }

  /**
   * The same, once whoever asks has compared the product, which is locked, with what they saw.
   *
   * @param comparing throws if nothing is to be changed
   */
  @Transactional
  public ProductDetail replace(String id, ProductWrite wanted, Consumer<ProductDetail> comparing) {
    compare(id, comparing);
    return replace(id, wanted);
  }

  /** Deletes a product. Its items stay items. */
  @Transactional
  void delete(String id) {
    var product = lock(id);
    variants.free(id);
    entities.remove(product);
  }

  /**
   * The same, once whoever asks has compared the product, which is locked, with what they saw.
   *
   * @param comparing throws if it is to stay
   */
  @Transactional
  public void delete(String id, Consumer<ProductDetail> comparing) {
    compare(id, comparing);
    delete(id);
  }

  private void compare(String id, Consumer<ProductDetail> comparing) {
    lock(id);
    comparing.accept(reader.product(id));
  }

  private Product lock(String id) {
    return products.lock(id).orElseThrow(() -> Missing.a("Product"));
  }
}
