package org.cartwright.console.settings;

import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.tenancy.Tenant;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.TenantProfile;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a clinic says of itself, and its logo, for managers and owners. */
@Service
class ClinicDesk {

  static final String PICTURE = "picture";

  private static final int BASE = 36;

  private final Tenants tenants;
  private final TenantLogos logos;
  private final Validator validator;

  ClinicDesk(Tenants tenants, TenantLogos logos, Validator validator) {
    this.tenants = tenants;
    this.logos = logos;
    this.validator = validator;
  }

  Tenant clinic(ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    return tenants.asItIs();
  }

  Optional<byte[]> logo(ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    return logos.current();
  }

  /** Which logo was seen; nothing for none. */
  static String seen(Optional<byte[]> picture) {
    return picture.map(it -> Integer.toUnsignedString(Arrays.hashCode(it), BASE)).orElse("");
  }

  /**
   * Says it as it was typed.
   *
   * @throws NotTaken if something typed is none
   * @throws Stale if it is not as it was seen
   */
  @Transactional
  public void change(Typed typed, ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    if (!ClinicForm.of(TenantProfile.of(tenants.held())).seen().equals(typed.seen())) {
      throw new Stale();
    }
    var wanted = ClinicForm.wanted(typed);
    var reasons = new HashMap<String, String>();
    for (var violation : validator.validate(wanted)) {
      var field = violation.getPropertyPath().toString();
      reasons.put(
          field, field.equals(ClinicForm.DAYS) ? "clinic.problem.days" : "clinic.problem.text");
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    tenants.present(wanted);
  }

  /**
   * Hangs a logo.
   *
   * @throws NotTaken if it is no picture that can be printed
   * @throws Stale if the logo there is not the one that was seen
   */
  @Transactional
  public void hang(byte[] picture, Typed typed, ConsoleSession by) {
    requireAsSeen(typed, by);
    try {
      logos.hang(picture);
    } catch (InvalidRequest refused) {
      throw typed.problem(Map.of(PICTURE, "clinic.problem.picture"));
    }
  }

  /**
   * Takes the logo down.
   *
   * @throws Stale if it is not the one that was seen
   */
  @Transactional
  public void takeDown(Typed typed, ConsoleSession by) {
    requireAsSeen(typed, by);
    logos.takeDown();
  }

  private void requireAsSeen(Typed typed, ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    tenants.held();
    if (!seen(logos.current()).equals(typed.seen())) {
      throw new Stale();
    }
  }
}
