/**
 * How a clinic words its messages, over HTTP too, and how a message is rendered from them, for
 * whoever gets it and for whoever words it. Looks at the face and at the rendered message of
 * transport.
 */
@NullMarked
@NamedInterface("templates")
package org.cartwright.messages.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
