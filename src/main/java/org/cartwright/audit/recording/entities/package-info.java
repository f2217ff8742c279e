/** What was changed and shown, as entities and answers tell it of themselves. */
@NullMarked
package org.cartwright.audit.recording.entities;

import org.jspecify.annotations.NullMarked;
