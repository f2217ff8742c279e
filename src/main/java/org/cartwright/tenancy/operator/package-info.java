/**
 * What the operator of the installation does: setting clinics up, by request or by command. Looks
 * at keys and the face.
 */
@NullMarked
@NamedInterface("operator")
package org.cartwright.tenancy.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
