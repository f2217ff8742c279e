/** What is to be done today: the first page whoever comes in sees. Looks at page. */
@NullMarked
package org.cartwright.console.today;

import org.jspecify.annotations.NullMarked;
