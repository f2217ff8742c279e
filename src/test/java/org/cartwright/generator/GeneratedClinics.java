package org.cartwright.generator;

import java.time.Clock;
import org.cartwright.tenancy.ClinicOpening;
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
      ClinicOpening opening,
      Environment environment,
      Clinics clinics,
      Clock clock)
      throws Exception {
    var key =
        new GenerateClinic(opening, environment, clock)
            .generate(new Wanted(tenant, carts, 1, clock.instant()));
    return new Clinic(tenant, clinics.nobody().with("TENANT", tenant).with("API-KEY", key));
  }
}
