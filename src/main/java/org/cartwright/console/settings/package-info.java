/**
 * What a clinic sets for itself: how its messages are worded and how its quotes begin. Managers
 * may, and owners; what opens doors to others is for owners alone.
 */
@NullMarked
package org.cartwright.console.settings;

import org.jspecify.annotations.NullMarked;
