package org.cartwright.console.signin;

import java.util.List;
import java.util.Optional;
import org.cartwright.staff.DeskMember;
import org.cartwright.staff.DeskRoles;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.operator.DemoTenants;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The staff of the demo clinic, who need no link where the database started by itself: the clinic's
 * key is public there as well.
 */
@Component
class DemoStaff {

  static final String CLINIC = DemoTenants.CLINIC;

  private final DeskRoles roles;
  private final boolean isThere;

  DemoStaff(DeskRoles roles, @Value("${cartwright.embedded:false}") boolean embedded) {
    this.roles = roles;
    isThere = embedded;
  }

  boolean isThere() {
    return isThere;
  }

  List<DeskMember> members() {
    try {
      return CurrentTenant.call(CLINIC, roles::all);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<DeskMember> member(String id) {
    return isThere
        ? members().stream().filter(member -> member.id().equals(id)).findFirst()
        : Optional.empty();
  }
}
