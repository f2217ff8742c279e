/**
 * Documents that are told apart by tags: answers that are known already, and changes of what was
 * seen only. Looks at errors and transactions.
 */
@NullMarked
package org.cartwright.platform.web.tags;

import org.jspecify.annotations.NullMarked;
