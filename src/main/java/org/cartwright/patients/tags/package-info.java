/**
 * The tags a clinic sorts its patients by and who has them, from the table to the operations over
 * HTTP. Looks at no other room of patients.
 */
@NullMarked
package org.cartwright.patients.tags;

import org.jspecify.annotations.NullMarked;
