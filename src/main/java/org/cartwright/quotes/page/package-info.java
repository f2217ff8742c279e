/**
 * The patient's page: what somebody sees and can do who holds a link to a quote. HTML forms, style
 * sheets and headers; what a link leads to, who may see it and what an answer does is decided
 * behind {@link org.cartwright.quotes.access.LinkAccess}.
 *
 * <p>The pages need no JavaScript and load nothing from elsewhere. Who has proved to be the patient
 * is remembered in a sealed cookie ({@code VisitorSession}) and nowhere else. Owns no tables.
 */
@NullMarked
package org.cartwright.quotes.page;

import org.jspecify.annotations.NullMarked;
