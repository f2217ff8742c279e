/**
 * The tags a clinic sorts its patients by and who has them, from the table to the operations over
 * HTTP. Looks at no other room of patients.
 */
@NullMarked
@NamedInterface("tags")
package org.cartwright.patients.tags;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
