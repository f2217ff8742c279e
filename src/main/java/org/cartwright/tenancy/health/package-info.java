/**
 * Whether what is stored is true to itself: what each module knows about its own rows, asked of all
 * clinics, batch by batch. Looks at the face.
 */
@NullMarked
@NamedInterface("health")
package org.cartwright.tenancy.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
