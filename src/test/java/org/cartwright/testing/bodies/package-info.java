/** What tests send, said the way the desk says it and written by the JSON library. */
@NullMarked
package org.cartwright.testing.bodies;

import org.jspecify.annotations.NullMarked;
