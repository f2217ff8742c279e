/** What the tables of messages hold about a person. Looks at no other room. */
@NullMarked
package org.cartwright.messages.privacy;

import org.jspecify.annotations.NullMarked;
