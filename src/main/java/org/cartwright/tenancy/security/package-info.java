/**
 * Who may come into which area of the service, as whom, and how much a tenant may ask. Looks at
 * keys and the face; nothing looks here.
 */
@NullMarked
package org.cartwright.tenancy.security;

import org.jspecify.annotations.NullMarked;
