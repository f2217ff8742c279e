/**
 * A second opinion on prices: the rules written once more, differently and naively, for tests to
 * compare with. Inputs are plain numbers and texts, so that a test may feed the same cart to the
 * engine or over HTTP to the whole service.
 */
@NullMarked
package org.cartwright.testing.oracle;

import org.jspecify.annotations.NullMarked;
