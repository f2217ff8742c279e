/** The operations of providers over HTTP. Looks at the face and api. */
@NullMarked
package org.cartwright.staff.web;

import org.jspecify.annotations.NullMarked;
