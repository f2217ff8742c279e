/**
 * The door: who may come into which area of the house, and as whom. Every request passes here, and
 * from here on is somebody's.
 */
@NullMarked
package org.cartwright.tenancy.door;

import org.jspecify.annotations.NullMarked;
