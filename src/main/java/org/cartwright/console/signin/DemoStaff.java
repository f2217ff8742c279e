package org.cartwright.console.signin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cartwright.staff.DeskMember;
import org.cartwright.staff.DeskRoles;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.cartwright.tenancy.operator.DemoTenants;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The staff of the demo clinic and the demo shop, who need no link where the database started by
 * itself: the keys of both are public there as well.
 */
@Component
class DemoStaff {

  private final DeskRoles roles;
  private final Tenants tenants;
  private final ObjectProvider<DemoTenants> demo;

  DemoStaff(DeskRoles roles, Tenants tenants, ObjectProvider<DemoTenants> demo) {
    this.roles = roles;
    this.tenants = tenants;
    this.demo = demo;
  }

  /**
   * One of them.
   *
   * @param clinic what their clinic or shop is called
   */
  record Someone(String tenant, String clinic, DeskMember member) {}

  /** All of them, the clinic's first; none where there is no demo. */
  List<Someone> all() {
    return demo.stream().flatMap(it -> it.ids().stream()).flatMap(this::of).toList();
  }

  /** The one with this id. */
  Optional<Someone> find(String id) {
    return all().stream().filter(one -> one.member().id().equals(id)).findFirst();
  }

  private Stream<Someone> of(String tenant) {
    return CurrentTenant.call(
        tenant,
        () -> {
          var clinic = tenants.current().name();
          return roles.all().stream().map(member -> new Someone(tenant, clinic, member)).toList();
        })
        .stream();
  }
}
