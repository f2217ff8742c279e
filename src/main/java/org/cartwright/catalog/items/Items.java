package org.cartwright.catalog.items;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.cartwright.catalog.CatalogPersistence;
import org.cartwright.catalog.ItemEvent;
import org.cartwright.catalog.taxes.Taxes;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.tenancy.Caller;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The items of a clinic. */
@Service
public class Items {

  private final CatalogItemRepository items;
  private final EntityManager entities;
  private final Taxes taxes;
  private final ItemReader reader;
  private final ApplicationEventPublisher announcements;
  private final Clock clock;

  Items(
      CatalogItemRepository items,
      EntityManager entities,
      Taxes taxes,
      ItemReader reader,
      ApplicationEventPublisher announcements,
      Clock clock) {
    this.items = items;
    this.entities = entities;
    this.taxes = taxes;
    this.reader = reader;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  Page<ItemDetail> page(ItemCriteria search, String order, Paging paging) {
    return reader.page(search.query(), order, paging);
  }

  /** A page of the items that a search means, in the clinic's own order. */
  @Transactional(readOnly = true)
  public Page<ItemDetail> page(ItemCriteria search, Paging paging) {
    return page(search, ItemSort.sort_order.order(null), paging);
  }

  /** The categories of the items on sale, each once, in alphabetical order. */
  @Transactional(readOnly = true)
  public List<String> categories() {
    return reader.categories();
  }

  /** The brands of the items on sale, each once, in alphabetical order. */
  @Transactional(readOnly = true)
  List<String> brandNames() {
    return reader.brandNames();
  }

  /**
   * Takes an item into the catalog.
   *
   * @throws InvalidRequest if it is exempted from a tax that does not exist
   * @throws org.cartwright.platform.errors.Conflict if its id or externalId is taken
   */
  @Transactional
  public ItemDetail create(ItemCreate wanted) {
    requireTaxes(wanted.exemptedTaxIds());
    var id = wanted.id() == null ? Ids.next("item") : wanted.id();
    entities.persist(new CatalogItem(id, wanted, clock.instant()));
    CatalogPersistence.flush(entities, "item");
    announce(ItemEvent.Type.CREATED, id);
    return reader.item(id);
  }

  /**
   * Changes an item, archived or not.
   *
   * @throws InvalidRequest if it is to be exempted from a tax that does not exist
   * @throws org.cartwright.platform.errors.Conflict if its new externalId is taken
   */
  @Transactional
  Item update(String id, ItemUpdate update) {
    return changed(id, locked(id), update);
  }

  /**
   * The same, once whoever asks has looked at the item, which is locked, and said what is to change
   * about it.
   *
   * @param wanted throws if nothing is to be changed
   */
  @Transactional
  public void change(String id, Function<ItemDetail, ItemUpdate> wanted) {
    var item = locked(id);
    changed(id, item, wanted.apply(reader.item(id)));
  }

  /** Makes an item one of those that stand first before somebody who sells, or no longer one. */
  @Transactional
  public void favour(String id, boolean isFavourite) {
    locked(id).favour(isFavourite);
  }

  /** Those of these items that stand first before somebody who sells. */
  @Transactional(readOnly = true)
  public Set<String> favourites(Collection<String> ids) {
    return reader.favourites(ids);
  }

  /** An item, archived or not. */
  @Transactional(readOnly = true)
  public ItemDetail get(String id) {
    requirePossible(id);
    return reader.items(List.of(id)).stream().findFirst().orElseThrow(() -> Missing.a("Item"));
  }

  private CatalogItem locked(String id) {
    requirePossible(id);
    return items.lock(id).orElseThrow(() -> Missing.a("Item"));
  }

  private static void requirePossible(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Item");
    }
  }

  private Item changed(String id, CatalogItem item, ItemUpdate update) {
    requireTaxes(update.exemptedTaxIds());
    var wasOnSale = item.isOnSale();
    item.change(update);
    if (entities.unwrap(Session.class).isDirty()) {
      CatalogPersistence.flush(entities, "item");
      var isWithdrawn = wasOnSale && !item.isOnSale();
      announce(isWithdrawn ? ItemEvent.Type.ARCHIVED : ItemEvent.Type.CHANGED, id);
    }
    return Item.of(reader.item(id));
  }

  /** Withdraws an item from sale; refuses one that is withdrawn already as missing. */
  @Transactional
  void archive(String id) {
    locked(id).archive();
    announce(ItemEvent.Type.ARCHIVED, id);
  }

  /**
   * Changes the tax exemptions of many items, of all or of none.
   *
   * @return the items in the order of the updates
   * @throws InvalidRequest naming every item or tax that does not exist and every item that is
   *     named twice
   */
  @Transactional
  List<Item> exempt(BulkItemTaxUpdate bulk) {
    var ids = bulk.updates().stream().map(ItemTaxUpdate::itemId).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    var found = new HashMap<String, CatalogItem>();
    items.lockAll(new HashSet<>(ids)).forEach(item -> found.put(item.id(), item));
    InvalidRequest.throwIfAny(violations(bulk.updates(), found));
    for (var update : bulk.updates()) {
      var item = found.get(update.itemId());
      if (item != null && update.exemptedTaxIds() != null && item.exempt(update.exemptedTaxIds())) {
        announce(ItemEvent.Type.CHANGED, item.id());
      }
    }
    CatalogPersistence.flush(entities, "item");
    return reader.items(ids).stream().map(Item::of).toList();
  }

  private List<Violation> violations(List<ItemTaxUpdate> updates, Map<String, CatalogItem> found) {
    var taxIds = new HashSet<String>();
    updates.forEach(
        u -> taxIds.addAll(u.exemptedTaxIds() == null ? List.of() : u.exemptedTaxIds()));
    var known = taxes.known(taxIds);
    var named = new HashSet<String>();
    var violations = new ArrayList<Violation>();
    for (int i = 0; i < updates.size(); i++) {
      var update = updates.get(i);
      if (!found.containsKey(update.itemId())) {
        violations.add(Violation.inBody("there is no such item", "updates", i, "itemId"));
      } else if (!named.add(update.itemId())) {
        violations.add(Violation.inBody("the item is named twice", "updates", i, "itemId"));
      }
      violations.addAll(
          Taxes.unknown(update.exemptedTaxIds(), known, "updates", i, "exemptedTaxIds"));
    }
    return violations;
  }

  private void announce(ItemEvent.Type type, String id) {
    announcements.publishEvent(new ItemEvent(type, id, Caller.current(), clock.instant()));
  }

  private void requireTaxes(@Nullable List<String> ids) {
    if (ids != null && !ids.isEmpty()) {
      InvalidRequest.throwIfAny(Taxes.unknown(ids, taxes.known(ids), "exemptedTaxIds"));
    }
  }
}
