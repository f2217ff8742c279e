/** The operations of carts over HTTP. Looks at the face, api, jobs and reading; none looks back. */
@NullMarked
package org.cartwright.carts.web;

import org.jspecify.annotations.NullMarked;
