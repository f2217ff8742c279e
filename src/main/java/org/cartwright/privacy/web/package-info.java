/** The operations of privacy over HTTP. Looks at the face, api and print. */
@NullMarked
package org.cartwright.privacy.web;

import org.jspecify.annotations.NullMarked;
