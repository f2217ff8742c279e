/** What tests of all modules share. */
@NullMarked
package org.cartwright.testing;

import org.jspecify.annotations.NullMarked;
