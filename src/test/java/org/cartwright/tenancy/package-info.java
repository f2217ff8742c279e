@NullMarked
package org.cartwright.tenancy;

import org.jspecify.annotations.NullMarked;
