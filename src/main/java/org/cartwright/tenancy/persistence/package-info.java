/**
 * Tells the database, first in every transaction, whose it is, and leaves no tenant all connections
 * to it. Looks at the face; nothing looks here.
 */
@NullMarked
package org.cartwright.tenancy.persistence;

import org.jspecify.annotations.NullMarked;
