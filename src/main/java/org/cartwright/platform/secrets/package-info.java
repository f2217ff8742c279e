/**
 * The service's secret key, seals made with it on what is handed to people and comes back, and a
 * lock on what is stored. Owns the table service_secret; looks at nothing.
 */
@NullMarked
package org.cartwright.platform.secrets;

import org.jspecify.annotations.NullMarked;
