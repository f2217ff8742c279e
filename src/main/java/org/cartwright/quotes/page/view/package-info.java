/**
 * What the pages show, as models and HTML, and their style. Looks at evidence, delivery and
 * page.session; asks nothing of services.
 */
@NullMarked
package org.cartwright.quotes.page.view;

import org.jspecify.annotations.NullMarked;
