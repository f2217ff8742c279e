package org.cartwright.catalog.taxes;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The taxes that a clinic levies, but for those of its markets. */
@Service
public class Taxes {

  private final TaxRepository taxes;
  private final EntityManager entities;
  private final TaxReader reader;
  private final Clock clock;

  Taxes(TaxRepository taxes, EntityManager entities, TaxReader reader, Clock clock) {
    this.taxes = taxes;
    this.entities = entities;
    this.reader = reader;
    this.clock = clock;
  }

  /** The taxes in force, the oldest first. */
  @Transactional(readOnly = true)
  public List<TaxSummary> inForce() {
    return reader.inForce();
  }

  /** All taxes in force: those of no market, the oldest first, then those of each market. */
  @Transactional(readOnly = true)
  public List<NamedTax> named() {
    return reader.named();
  }

  /**
   * One of them.
   *
   * @throws Missing if there is none
   */
  @Transactional(readOnly = true)
  public TaxSummary get(String id) {
    return inForce().stream()
        .filter(tax -> tax.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Missing.a("Tax"));
  }

  @Transactional
  public TaxDetail create(TaxCreate wanted) {
    var id = Ids.next("tax");
    entities.persist(new Tax(id, wanted, clock.instant()));
    entities.flush();
    return reader.tax(id);
  }

  /**
   * Changes a tax in force. Drafts follow with their next change, everything else keeps what it was
   * taxed with.
   *
   * @throws InvalidRequest if it would be meant for specific categories, but for none
   */
  @Transactional
  TaxDetail update(String id, TaxUpdate update) {
    locked(id).change(update);
    entities.flush();
    return reader.tax(id);
  }

  /**
   * The same, once whoever asks has compared the tax, which is locked, with what they saw.
   *
   * @param comparing throws if nothing is to be changed
   */
  @Transactional
  public TaxDetail update(String id, TaxUpdate update, Consumer<TaxSummary> comparing) {
    locked(id);
    comparing.accept(reader.tax(id).listed());
    return update(id, update);
  }

  private Tax locked(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Tax");
    }
    return taxes.lock(id).orElseThrow(() -> Missing.a("Tax"));
  }

  /**
   * Archives a tax in force. That is always possible: whatever it was levied on keeps the amounts
   * it was priced with and never asks for the tax again.
   */
  @Transactional
  void archive(String id) {
    locked(id).archive();
  }

  /**
   * The same, once whoever asks has compared the tax, which is locked, with what they saw.
   *
   * @param comparing throws if it is not to be archived
   */
  @Transactional
  public void archive(String id, Consumer<TaxSummary> comparing) {
    var tax = locked(id);
    comparing.accept(reader.tax(id).listed());
    tax.archive();
  }

  /**
   * Those of the ids that are taxes of this tenant, of a market or of none. Archived ones are too:
   * an item may be sent back with the exemptions it was read with.
   */
  public Set<String> known(Collection<String> ids) {
    return reader.known(ids);
  }

  /** A complaint about each id of the list that is not among the known, at its place there. */
  public static List<Violation> unknown(
      @Nullable List<String> ids, Set<String> known, Object... pathOfList) {
    var violations = new ArrayList<Violation>();
    for (int i = 0; ids != null && i < ids.size(); i++) {
      if (!known.contains(ids.get(i))) {
        var path = new ArrayList<>(List.of(pathOfList));
        path.add(i);
        violations.add(Violation.inBody("there is no such tax", path.toArray()));
      }
    }
    return violations;
  }
}
