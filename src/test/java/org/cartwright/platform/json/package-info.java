@NullMarked
package org.cartwright.platform.json;

import org.jspecify.annotations.NullMarked;
