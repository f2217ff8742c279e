/** What the tables of messages hold about a person. Looks at the face. */
@NullMarked
package org.cartwright.messages.privacy;

import org.jspecify.annotations.NullMarked;
