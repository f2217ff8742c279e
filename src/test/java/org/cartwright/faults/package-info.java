/**
 * What happens when something breaks: instances of the service in processes of their own that are
 * killed, stopped and cut off under load, on a PostgreSQL that is killed too. Short forms run with
 * all other tests, the long ones with {@code ./mvnw -Pfaults verify}; see {@link
 * org.cartwright.faults.Scale} for what can be set.
 */
@NullMarked
package org.cartwright.faults;

import org.jspecify.annotations.NullMarked;
