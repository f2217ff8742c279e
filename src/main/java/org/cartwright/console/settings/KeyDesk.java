package org.cartwright.console.settings;

import java.util.List;
import java.util.Map;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.tenancy.keys.ApiKeys;
import org.cartwright.tenancy.keys.KeyRing;
import org.cartwright.tenancy.keys.KnownKey;
import org.cartwright.tenancy.operator.DemoTenants;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and revokes the keys of programs, for owners. Nobody comes in at the console by one. */
@Service
class KeyDesk {

  static final String NAME = "name";

  private static final int LONGEST = 100;
  private static final int BASE = 36;

  private final KeyRing keys;
  private final ObjectProvider<DemoTenants> demo;

  KeyDesk(KeyRing keys, ObjectProvider<DemoTenants> demo) {
    this.keys = keys;
    this.demo = demo;
  }

  List<KnownKey> inUse(ConsoleSession by) {
    SettingsRight.OWNERS.require(by);
    return keys.inUse();
  }

  List<KnownKey> revokedLately(ConsoleSession by) {
    SettingsRight.OWNERS.require(by);
    return keys.revokedLately();
  }

  /** Which keys were seen. */
  static String seen(List<KnownKey> inUse) {
    return Integer.toUnsignedString(inUse.stream().map(KnownKey::id).toList().hashCode(), BASE);
  }

  /**
   * Makes a key. Its form is taken once: the page that shows the key can be loaded anew, and makes
   * no second one.
   *
   * @throws NotTaken without a name
   * @throws Stale if the keys in use are not those that were seen
   */
  @Transactional
  public ApiKeys.Issued make(Typed typed, ConsoleSession by) {
    SettingsRight.OWNERS.require(by);
    if (!seen(keys.held()).equals(typed.seen())) {
      throw new Stale();
    }
    var name = typed.field(NAME, "");
    if (name.isEmpty() || name.length() > LONGEST) {
      throw typed.problem(Map.of(NAME, "keys.problem.name"));
    }
    return keys.issue(name);
  }

  /** Whether a key is the demo's, which nobody revokes. */
  boolean isOfTheDemo(String id, ConsoleSession by) {
    return demo.getIfAvailable() != null && DemoTenants.isPublic(by.tenant(), id);
  }

  /**
   * Revokes a key.
   *
   * @throws NotTaken if it is the demo's, which everybody tries the service out with
   */
  @Transactional
  public void revoke(String id, Typed typed, ConsoleSession by) {
    SettingsRight.OWNERS.require(by);
    if (isOfTheDemo(id, by)) {
      throw typed.problem(Map.of(NAME, "keys.problem.demo"));
    }
    keys.revoke(id);
  }
}
