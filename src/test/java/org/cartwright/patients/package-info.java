@NullMarked
package org.cartwright.patients;

import org.jspecify.annotations.NullMarked;
