/** The operations of patients over HTTP. Looks at the face and api. */
@NullMarked
package org.cartwright.patients.web;

import org.jspecify.annotations.NullMarked;
