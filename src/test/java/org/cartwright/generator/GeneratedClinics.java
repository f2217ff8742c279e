package org.cartwright.generator;

import java.time.Clock;
import org.cartwright.tenancy.operator.TenantProvisioning;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.springframework.core.env.Environment;

/** Clinics of any size, for tests of what size does. */
public final class GeneratedClinics {

  private GeneratedClinics() {}

  /** Makes a clinic with so many carts. */
  public static Clinic open(
      String tenant,
      int carts,
      TenantProvisioning opening,
      Environment environment,
      Clinics clinics,
      Clock clock)
      throws Exception {
    var key =
        new GenerateClinicCommand(opening, environment, clock)
            .generate(new GeneratorOptions(tenant, carts, 1, clock.instant()));
    return new Clinic(tenant, clinics.nobody().with("TENANT", tenant).with("API-KEY", key));
  }
}
