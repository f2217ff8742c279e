/**
 * The seals of the rows, which make a chain, and whether it holds. Looks at no other room; jobs and
 * the web look here.
 */
@NullMarked
@NamedInterface("chain")
package org.cartwright.audit.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
