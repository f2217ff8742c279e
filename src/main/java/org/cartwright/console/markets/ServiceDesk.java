package org.cartwright.console.markets;

import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cartwright.catalog.Catalog;
import org.cartwright.catalog.markets.MarketShelf;
import org.cartwright.catalog.offers.Offer;
import org.cartwright.console.form.Checked;
import org.cartwright.console.form.Fingerprint;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.fulfilment.FulfilmentServices;
import org.cartwright.orders.fulfilment.ServiceDetail;
import org.cartwright.orders.fulfilment.ServiceWrite;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds fulfilment services to a market, changes them as they were seen, and takes them away. The
 * item whose price is the fee is named by what it is called.
 */
@Service
class ServiceDesk {

  static final List<String> ADDRESS =
      List.of("line1", "line2", "city", "region", "postalCode", "country");

  private static final String NAME = "name";
  private static final String FEE = "fee";
  private static final int ENOUGH = 50;

  private final FulfilmentServices services;
  private final MarketShelf shelf;
  private final Catalog catalog;
  private final Validator validator;

  ServiceDesk(
      FulfilmentServices services, MarketShelf shelf, Catalog catalog, Validator validator) {
    this.services = services;
    this.shelf = shelf;
    this.catalog = catalog;
    this.validator = validator;
  }

  /**
   * What stands in the fields of a service.
   *
   * @param fee what the item is called whose price it is; empty for none
   */
  static Map<String, String> fields(ServiceDetail service, String fee) {
    var fields = new TreeMap<String, String>();
    fields.put(NAME, service.name());
    fields.put("category", service.category().name());
    fields.put(FEE, fee);
    fields.put("isActive", service.isActive() ? "yes" : "");
    var address = service.address();
    if (address != null) {
      fields.put("line1", address.line1());
      fields.put("line2", orEmpty(address.line2()));
      fields.put("city", address.city());
      fields.put("region", orEmpty(address.region()));
      fields.put("postalCode", orEmpty(address.postalCode()));
      fields.put("country", address.country());
    }
    return fields;
  }

  /**
   * Adds one.
   *
   * @throws NotTaken if their role may not, or something typed is none
   */
  @Transactional
  public void add(String market, Typed typed, ConsoleSession by) {
    MarketDesk.requireKeeper(typed, by);
    services.create(market, read(market, null, typed));
  }

  /**
   * Changes one.
   *
   * @throws NotTaken if their role may not, or something typed is none
   * @throws Stale if it is not as it was seen
   */
  @Transactional
  public void change(String market, String id, Typed typed, ConsoleSession by) {
    MarketDesk.requireKeeper(typed, by);
    var present =
        services.ofMarket(market).stream()
            .filter(service -> service.id().equals(id))
            .findFirst()
            .orElse(null);
    services.replace(market, id, read(market, present, typed), now -> requireSeen(now, typed));
  }

  /**
   * Takes one away.
   *
   * @throws NotTaken if their role may not
   * @throws Stale if it is not as it was seen
   */
  @Transactional
  public void remove(String market, String id, Typed typed, ConsoleSession by) {
    MarketDesk.requireKeeper(typed, by);
    services.delete(market, id, now -> requireSeen(now, typed));
  }

  private ServiceWrite read(String market, @Nullable ServiceDetail present, Typed typed) {
    var reasons = new HashMap<String, String>();
    var category =
        Arrays.stream(FulfilmentCategory.values())
            .filter(one -> one.name().equals(typed.field("category", "")))
            .findFirst()
            .orElseThrow(() -> typed.problem(Map.of("category", "markets.problem.category")));
    var wanted =
        new ServiceWrite(
            category,
            typed.field(NAME, ""),
            fee(market, present, typed, reasons),
            address(present, typed, reasons),
            !typed.field("isActive", "").isEmpty());
    if (reasons.isEmpty()) {
      for (var field : Checked.wrong(validator, wanted)) {
        reasons.put(
            field.equals("address") ? "line1" : field,
            field.equals("address")
                ? "markets.problem.address." + (wanted.address() == null ? "needed" : "none")
                : "markets.problem." + field);
      }
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    return wanted;
  }

  private @Nullable String fee(
      String market, @Nullable ServiceDetail present, Typed typed, Map<String, String> reasons) {
    var called = typed.field(FEE, "");
    if (called.isEmpty()) {
      return null;
    }
    var item = present == null ? null : present.itemId();
    if (item != null && called.equals(names(List.of(item), market).get(item))) {
      return item;
    }
    var found = shelf.find(market, called, ENOUGH);
    var exactly = found.stream().filter(one -> one.name().equalsIgnoreCase(called)).toList();
    var meant = exactly.isEmpty() ? found : exactly;
    if (meant.size() != 1) {
      reasons.put(FEE, meant.isEmpty() ? "markets.problem.fee.none" : "markets.problem.fee.many");
      return null;
    }
    return meant.getFirst().itemId();
  }

  /** What items are called, by id. */
  Map<String, String> names(List<String> items, String market) {
    var names = new HashMap<String, String>();
    if (!items.isEmpty()) {
      var known = catalog.priceList(items, List.of(), market);
      items.forEach(item -> known.item(item).map(Offer::name).ifPresent(it -> names.put(item, it)));
    }
    return names;
  }

  private @Nullable Address address(
      @Nullable ServiceDetail present, Typed typed, Map<String, String> reasons) {
    if (Stream.of("line1", "line2", "city", "region", "postalCode")
        .allMatch(field -> typed.field(field, "").isEmpty())) {
      return null;
    }
    var before = present == null ? null : present.address();
    var address =
        new Address(
            before == null ? null : before.name(),
            typed.field("line1", ""),
            typed.orNone("line2"),
            typed.field("city", ""),
            typed.orNone("region"),
            typed.orNone("postalCode"),
            typed.field("country", ""));
    for (var field : Checked.wrong(validator, address)) {
      reasons.put(field, "markets.problem.address." + field);
    }
    return address;
  }

  private static void requireSeen(ServiceDetail present, Typed typed) {
    if (!Fingerprint.of(present).equals(typed.seen())) {
      throw new Stale();
    }
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
