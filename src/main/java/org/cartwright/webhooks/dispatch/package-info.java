/**
 * How events leave the house: who is told what and when, the signatures, the way over the network,
 * and what becomes of it. Looks at the face, api, address, events and reading.
 *
 * <p>Whoever tries to send an event notes so first, with a moment up to which nobody else does;
 * between that and noting what became of it no transaction is open. Each receiver has a lane of its
 * own: one that is dead or slow holds up nobody.
 */
@NullMarked
package org.cartwright.webhooks.dispatch;

import org.jspecify.annotations.NullMarked;
