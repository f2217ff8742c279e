package org.cartwright.console.accesses;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.audit.chain.AuditChain;
import org.cartwright.audit.chain.ChainReport;
import org.cartwright.audit.reading.AuditCriteria;
import org.cartwright.audit.reading.AuditCursor;
import org.cartwright.audit.reading.AuditEntry;
import org.cartwright.audit.reading.AuditReader;
import org.cartwright.console.page.FullName;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.console.settings.SettingsRight;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.staff.Providers;
import org.cartwright.tenancy.Tenants;
import org.cartwright.tenancy.keys.KeyRing;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the record as the API does, for owners. */
@Service
class AccessDesk {

  private static final int SIZE = 50;

  private final AuditReader reader;
  private final AuditChain chain;
  private final Providers providers;
  private final KeyRing keys;
  private final Tenants tenants;

  AccessDesk(
      AuditReader reader, AuditChain chain, Providers providers, KeyRing keys, Tenants tenants) {
    this.reader = reader;
    this.chain = chain;
    this.providers = providers;
    this.keys = keys;
    this.tenants = tenants;
  }

  /**
   * Some rows, the newest first.
   *
   * @param next behind which row the following page begins; none if there is none
   */
  record Found(List<AuditEntry> entries, @Nullable String next) {}

  /** Somebody who asks by themselves: one of the staff, or a program with its key. */
  record Asker(String id, String name) {}

  /**
   * What a page shows.
   *
   * @param askers everybody of the staff, and the keys in use
   */
  record View(Found found, List<Asker> askers) {}

  /** What a page shows, all of one moment; one that begins nowhere begins with the newest row. */
  @Transactional(readOnly = true)
  public View view(AccessFilter filter, Deeds deeds, ConsoleSession by) {
    SettingsRight.OWNERS.require(by);
    return new View(page(filter, deeds), askers());
  }

  private Found page(AccessFilter filter, Deeds deeds) {
    var found = reader.after(position(filter.after()), criteria(filter, deeds), SIZE + 1);
    return found.size() <= SIZE
        ? new Found(found, null)
        : new Found(found.subList(0, SIZE), AuditCursor.behind(found.get(SIZE - 1)));
  }

  private static KeysetPosition position(String cursor) {
    try {
      return AuditCursor.position(cursor.isEmpty() ? null : cursor);
    } catch (InvalidRequest none) {
      return AuditCursor.position(null);
    }
  }

  private AuditCriteria criteria(AccessFilter filter, Deeds deeds) {
    return filter.criteria(tenants.current().timeZone(), deeds);
  }

  /** A chunk of all rows that are looked for. */
  Window<AuditEntry> chunk(
      AccessFilter filter, Deeds deeds, KeysetScrollPosition position, ConsoleSession by) {
    SettingsRight.OWNERS.require(by);
    return reader.chunk(criteria(filter, deeds), position);
  }

  private List<Asker> askers() {
    var askers = new ArrayList<Asker>();
    for (var one : providers.all(null)) {
      askers.add(new Asker(one.id(), FullName.of(one.firstName(), one.lastName())));
    }
    for (var key : keys.inUse()) {
      askers.add(
          new Asker(
              key.id(),
              key.name() == null ? key.id() + "-" : "%s (%s-)".formatted(key.name(), key.id())));
    }
    return askers;
  }

  /** Looks at every row and seal, whether they fit together. */
  ChainReport verify(ConsoleSession by) {
    SettingsRight.OWNERS.require(by);
    return chain.verify();
  }
}
