/**
 * The operations of charges, payments, refunds and receipts over HTTP. Looks at every room but
 * bill; none looks back.
 */
@NullMarked
package org.cartwright.charges.web;

import org.jspecify.annotations.NullMarked;
