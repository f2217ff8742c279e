package org.cartwright.catalog.packages;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cartwright.catalog.CatalogPersistence;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The packages of a clinic. */
@Service
public class Packages {

  private final CatalogPackageRepository packages;
  private final PackageContents contents;
  private final EntityManager entities;
  private final PackageReader reader;
  private final Clock clock;

  Packages(
      CatalogPackageRepository packages,
      PackageContents contents,
      EntityManager entities,
      PackageReader reader,
      Clock clock) {
    this.packages = packages;
    this.contents = contents;
    this.entities = entities;
    this.reader = reader;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  Page<PackageDetail> page(PackageCriteria search, String order, Paging paging) {
    return reader.page(search.query(), order, paging);
  }

  /** A page of the packages that a search means, by name. */
  @Transactional(readOnly = true)
  public Page<PackageDetail> page(PackageCriteria search, Paging paging) {
    return page(search, PackageSort.name.order(null), paging);
  }

  /** A package, archived or not. */
  @Transactional(readOnly = true)
  public PackageDetail get(String id) {
    requirePossible(id);
    return reader.find(id).orElseThrow(() -> Missing.a("Package"));
  }

  /**
   * Takes a package into the catalog.
   *
   * @throws InvalidRequest naming every item that is not on sale
   * @throws org.cartwright.platform.errors.Conflict if its id or externalId is taken
   */
  @Transactional
  public PackageDetail create(PackageInput wanted) {
    var id = wanted.id() == null ? Ids.next("package") : wanted.id();
    var wantedContents = wanted.contents();
    InvalidRequest.throwIfAny(contents.violations(id, wantedContents));
    entities.persist(new CatalogPackage(id, wanted, clock.instant()));
    contents.put(id, wantedContents);
    CatalogPersistence.flush(entities, "package");
    return reader.find(id).orElseThrow();
  }

  /**
   * Makes a package what the client wants, archived or not; what it does not name is gone.
   *
   * @throws InvalidRequest naming every item that is neither on sale nor in the package already,
   *     and a different id
   * @throws org.cartwright.platform.errors.Conflict if its new externalId is taken
   */
  @Transactional
  PackageDetail update(String id, PackageInput wanted) {
    return changed(id, locked(id), wanted);
  }

  /**
   * The same, once whoever asks has looked at the package, which is locked, and said what it is to
   * become.
   *
   * @param wanted throws if nothing is to be changed
   */
  @Transactional
  public void change(String id, Function<PackageDetail, PackageInput> wanted) {
    var known = locked(id);
    changed(id, known, wanted.apply(reader.find(id).orElseThrow()));
  }

  private CatalogPackage locked(String id) {
    requirePossible(id);
    return packages.lock(id).orElseThrow(() -> Missing.a("Package"));
  }

  private static void requirePossible(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Package");
    }
  }

  private PackageDetail changed(String id, CatalogPackage known, PackageInput wanted) {
    var wantedContents = wanted.contents();
    var violations = new ArrayList<Violation>();
    if (wanted.id() != null && !wanted.id().equals(id)) {
      violations.add(Violation.inBody("the id of a package cannot change", "id"));
    }
    violations.addAll(contents.violations(id, wantedContents));
    InvalidRequest.throwIfAny(violations);
    contents.replace(id, wantedContents);
    known.become(wanted);
    CatalogPersistence.flush(entities, "package");
    return reader.find(id).orElseThrow();
  }

  /** Withdraws a package from sale; refuses one that is withdrawn already as missing. */
  @Transactional
  void archive(String id) {
    locked(id).archive();
  }

  /**
   * The same, once whoever asks has compared the package, which is locked, with what they saw.
   *
   * @param comparing throws if it is not to be withdrawn
   */
  @Transactional
  public void archive(String id, Consumer<PackageDetail> comparing) {
    var known = locked(id);
    comparing.accept(reader.find(id).orElseThrow());
    known.archive();
  }
}
