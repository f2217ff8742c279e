/**
 * The operations of charges, payments, refunds and receipts over HTTP. Looks at the face, api,
 * reading and receipts; none looks back.
 */
@NullMarked
package org.cartwright.charges.web;

import org.jspecify.annotations.NullMarked;
