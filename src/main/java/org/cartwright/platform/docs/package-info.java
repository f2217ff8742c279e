/** The OpenAPI document: what clients can rely on, written from the code that does it. */
@NullMarked
package org.cartwright.platform.docs;

import org.jspecify.annotations.NullMarked;
