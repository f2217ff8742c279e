/**
 * The published requests and answers of carts with their closed lists, CartStatus with the table of
 * moves among them. Looks at no other room of carts.
 */
@NullMarked
@NamedInterface("api")
package org.cartwright.carts.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
