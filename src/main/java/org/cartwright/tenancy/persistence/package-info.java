/**
 * Tells the database, first in every transaction, whose it is. Looks at the face; nothing looks
 * here.
 */
@NullMarked
package org.cartwright.tenancy.persistence;

import org.jspecify.annotations.NullMarked;
