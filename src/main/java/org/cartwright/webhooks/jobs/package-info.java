/** What is done with events as time goes by. Looks at no other room. */
@NullMarked
package org.cartwright.webhooks.jobs;

import org.jspecify.annotations.NullMarked;
