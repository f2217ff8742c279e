@NullMarked
package org.cartwright.platform.docs;

import org.jspecify.annotations.NullMarked;
