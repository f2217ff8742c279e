package org.cartwright.staff.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.cartwright.platform.errors.Missing;
import org.cartwright.staff.DeskMember;
import org.cartwright.staff.DeskRole;
import org.cartwright.staff.DeskRoles;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operator's side of the staff: who of a clinic may come to its console. */
@RestController
@RequestMapping("/platform/tenants/{tenant}/desk")
@Tag(name = "Platform")
class DeskRoleController {

  private final DeskRoles roles;
  private final Tenants tenants;

  DeskRoleController(DeskRoles roles, Tenants tenants) {
    this.roles = roles;
    this.tenants = tenants;
  }

  @Schema(name = "DeskMember", description = "A provider who may use the console.")
  record Member(
      @Schema(example = "prov_demo_ortiz") String providerId,
      @Schema(example = "Ana Ortiz") String name,
      @Schema(example = "ana.ortiz@demo.example") String email,
      DeskRole role) {

    static Member of(DeskMember member) {
      return new Member(member.id(), member.name(), member.email(), member.role());
    }
  }

  @Schema(
      name = "DeskRoleChange",
      description = "A provider's role at the console.",
      example =
          """
          {"role": "OWNER"}""")
  record Change(@Schema(description = "`null` takes the role away.") @Nullable DeskRole role) {}

  @GetMapping
  @Operation(operationId = "list_desk_members")
  List<Member> list(@PathVariable String tenant) {
    requireKnown(tenant);
    return CurrentTenant.call(tenant, this::members);
  }

  @PutMapping("/{provider_id}")
  @Operation(operationId = "give_desk_role")
  List<Member> give(
      @PathVariable String tenant,
      @PathVariable("provider_id") String providerId,
      @RequestBody Change wanted) {
    requireKnown(tenant);
    return CurrentTenant.call(
        tenant,
        () -> {
          if (wanted.role() == null) {
            roles.take(providerId);
          } else {
            roles.give(providerId, wanted.role());
          }
          return members();
        });
  }

  private List<Member> members() {
    return roles.all().stream().map(Member::of).toList();
  }

  private void requireKnown(String tenant) {
    if (!tenants.ids().contains(tenant)) {
      throw Missing.a("Tenant");
    }
  }
}
