/**
 * How a clinic words its messages, over HTTP too, and how a message is rendered from them. Looks at
 * the face and at the rendered message of transport.
 */
@NullMarked
package org.cartwright.messages.templates;

import org.jspecify.annotations.NullMarked;
