package org.cartwright.catalog.items;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.cartwright.catalog.CatalogPersistence;
import org.cartwright.catalog.ItemEvent;
import org.cartwright.catalog.taxes.Taxes;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.tenancy.Caller;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exempts all items of a category from a tax at once. */
@Service
public class CategoryExemptions {

  private final CatalogItemRepository items;
  private final Taxes taxes;
  private final EntityManager entities;
  private final ApplicationEventPublisher announcements;
  private final Clock clock;

  CategoryExemptions(
      CatalogItemRepository items,
      Taxes taxes,
      EntityManager entities,
      ApplicationEventPublisher announcements,
      Clock clock) {
    this.items = items;
    this.taxes = taxes;
    this.entities = entities;
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * Exempts every item that is of a category now, on sale or withdrawn, from a tax, or no longer;
   * what else it is exempted from stays.
   *
   * @return of how many that was anything new
   * @throws InvalidRequest if the tax does not exist, or an item is exempted from too many already
   */
  @Transactional
  public int exempt(String category, String taxId, boolean isExempt) {
    InvalidRequest.throwIfAny(
        Taxes.unknown(List.of(taxId), taxes.known(List.of(taxId)), "exemptedTaxIds"));
    var now = clock.instant();
    var changed = 0;
    for (var item : items.lockCategory(category)) {
      if (item.exempt(taxId, isExempt)) {
        changed++;
        announcements.publishEvent(
            new ItemEvent(ItemEvent.Type.CHANGED, item.id(), Caller.current(), now));
      }
    }
    CatalogPersistence.flush(entities, "item");
    return changed;
  }

  /** That an item is exempted from as many taxes as it can be. */
  static InvalidRequest tooMany() {
    return new InvalidRequest(
        Violation.inBody("an item of it is exempted from too many taxes already", "category"));
  }
}
