/**
 * The OpenAPI documents: what clients can rely on, written from the code that does it. Looks at
 * json, errors, paging, idempotency and web.tags; nothing looks here.
 */
@NullMarked
package org.cartwright.platform.openapi;

import org.jspecify.annotations.NullMarked;
