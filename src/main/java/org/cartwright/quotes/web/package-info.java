/**
 * The operations of quotes over HTTP, those of the published API and those beside it. Looks at the
 * face, api, reading, timeline, evidence, access, print and jobs; none looks back.
 */
@NullMarked
package org.cartwright.quotes.web;

import org.jspecify.annotations.NullMarked;
