/**
 * What every module stands on: ids and the clock here, and in a room of its own each how requests
 * are read and repeated, refusals answered, clients limited, rows read and paged, transactions
 * joined, tasks kept, secrets sealed, the OpenAPI documents written, traces told, and the database
 * started and checked. Knows no business word.
 *
 * <p>Owns the tables {@code scheduled_task}, {@code service_secret} and {@code idempotency}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Platform",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
package org.cartwright.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
