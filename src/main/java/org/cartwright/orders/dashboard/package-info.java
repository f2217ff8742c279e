/**
 * Drafts as a shop looks over them: a list with what it comes to in each market, the same as a
 * table for spreadsheets, and cleaning up. Looks at the face of the module alone.
 */
@NullMarked
@NamedInterface("dashboard")
package org.cartwright.orders.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
