/**
 * Generator: believable clinics of any size, for measuring and for trying out how the service
 * carries them.
 *
 * <p>A command of the service: {@code --generate-clinic=NAME --carts=1000000} makes a clinic,
 * issues a key to it and ends. Its figures come from {@code pricing} itself; rows are copied into
 * temporary tables and inserted from there, under the same policies, keys and constraints as
 * everything else. The same seed makes the same clinic. There are no links, messages or evidence of
 * acceptance: nobody was sent or accepted anything.
 */
@NullMarked
@ApplicationModule(
    displayName = "Generator",
    allowedDependencies = {
      "platform",
      "tenancy :: operator",
      "pricing",
      "pricing :: amounts",
      "pricing :: taxes"
    })
package org.cartwright.generator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
