/**
 * Makes {@code target/cartwright}: the service beside its libraries, the options it runs best with
 * and an AOT cache that a training run left: {@code ./mvnw -Paot verify}.
 */
@NullMarked
package org.cartwright.aot;

import org.jspecify.annotations.NullMarked;
