package org.cartwright.console.staff;

import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.staff.DeskMember;
import org.cartwright.staff.DeskRole;
import org.cartwright.staff.DeskRoles;
import org.cartwright.staff.Providers;
import org.cartwright.staff.api.ProviderInvite;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives colleagues their roles, which owners do. Nobody changes their own, so there is always an
 * owner left: the one who asks.
 */
@Service
class StaffDesk {

  private static final String ROLE = "role";
  private static final String EMAIL = "email";

  private final Providers providers;
  private final DeskRoles roles;
  private final Validator validator;

  StaffDesk(Providers providers, DeskRoles roles, Validator validator) {
    this.providers = providers;
    this.roles = roles;
    this.validator = validator;
  }

  /**
   * Gives a colleague another role, or none.
   *
   * <p>All roles are held meanwhile: of two owners who take each other's away, the second is none
   * any more.
   *
   * @throws NotTaken if somebody other than an owner asks, asks for themselves, or no role has that
   *     name
   * @throws Stale if the colleague's role is not the one that was seen
   */
  @Transactional
  public void give(String provider, Typed typed, ConsoleSession by) {
    requireOwner(typed, by);
    if (provider.equals(by.member().id())) {
      throw typed.forbidden(Map.of(ROLE, "staff.problem.self"));
    }
    roles.hold();
    if (roles.member(by.member().id()).map(DeskMember::role).orElse(null) != DeskRole.OWNER) {
      throw typed.forbidden(Map.of(ROLE, "staff.problem.owner"));
    }
    var present = roles.member(provider).map(DeskMember::role).map(DeskRole::name).orElse("");
    if (!present.equals(Objects.requireNonNullElse(typed.seen(), ""))) {
      throw new Stale();
    }
    var wanted = typed.field(ROLE, present);
    if (wanted.isEmpty()) {
      roles.take(provider);
    } else {
      roles.give(provider, role(wanted, typed));
    }
  }

  /**
   * Makes somebody a provider who may come to the console.
   *
   * @throws NotTaken if somebody other than an owner asks, or something typed is none
   * @throws org.cartwright.platform.errors.Conflict if somebody has that address already
   */
  @Transactional
  public void invite(Typed typed, ConsoleSession by) {
    requireOwner(typed, by);
    var role = role(typed.field(ROLE, ""), typed);
    var wanted =
        new ProviderInvite(
            typed.field(EMAIL, ""),
            null,
            typed.field("firstName", ""),
            typed.field("lastName", ""),
            List.of(),
            null,
            null);
    var reasons = new HashMap<String, String>();
    for (var violation : validator.validate(wanted)) {
      reasons.put(
          violation.getPropertyPath().toString(),
          violation.getPropertyPath().toString().equals(EMAIL)
              ? "problem.email"
              : "staff.problem.name");
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    roles.give(providers.invite(wanted).id(), role);
  }

  private static void requireOwner(Typed typed, ConsoleSession by) {
    if (by.member().role() != DeskRole.OWNER) {
      throw typed.forbidden(Map.of(ROLE, "staff.problem.owner"));
    }
  }

  private static DeskRole role(String name, Typed typed) {
    return known(name).orElseThrow(() -> typed.problem(Map.of(ROLE, "staff.problem.role")));
  }

  private static Optional<DeskRole> known(@Nullable String name) {
    for (var role : DeskRole.values()) {
      if (role.name().equals(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
