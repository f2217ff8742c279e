/**
 * What every room stands on: ids, the clock, how requests are read, how refusals are answered,
 * requests that may be repeated, paging and the database that starts by itself. Knows no business
 * word.
 */
@NullMarked
@ApplicationModule(
    displayName = "Platform",
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
package org.cartwright.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
