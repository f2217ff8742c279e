/**
 * Who is told of what happens at the clinic: its webhooks and what became of the events on their
 * way there. For owners alone. Looks at page, sessions, form and settings.
 */
@NullMarked
package org.cartwright.console.hooks;

import org.jspecify.annotations.NullMarked;
