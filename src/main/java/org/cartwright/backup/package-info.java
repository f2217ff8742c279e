/**
 * Backup: everything that is stored as one file, and back again.
 *
 * <p>Commands of the service. {@code --backup FILE} writes what the database held at one moment,
 * while others go on; {@code --restore FILE} puts it into an empty database, whole or not at all,
 * and {@code --verify FILE} does so in one that is thrown away and has the health report look at
 * it. The file is a ZIP archive: the rows of each table as PostgreSQL's own COPY writes them, and
 * {@code manifest.json}, which says what they were and of which migration. It holds everything the
 * clinics have, and what their keys are checked with.
 */
@NullMarked
@ApplicationModule(
    displayName = "Backup",
    allowedDependencies = {"platform", "tenancy", "tenancy :: health"})
package org.cartwright.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
