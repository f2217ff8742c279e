/**
 * Errands: what the service does later or again, by itself. An errand is a row in {@code
 * scheduled_task} that is stored with the change it belongs to and run after the commit by
 * whichever instance gets hold of it first.
 *
 * <p>A module declares a bean of db-scheduler's {@code Task} that says how an errand is run, and
 * puts one in with {@link org.cartwright.platform.errands.Errands}. The table belongs to the
 * installation: an errand's id names the tenant ({@code <tenant>/<id>}), its data nothing of a
 * patient, and whoever runs it does so within that tenant.
 */
@NullMarked
package org.cartwright.platform.errands;

import org.jspecify.annotations.NullMarked;
