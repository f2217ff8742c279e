/** What the record needs as time passes. Nothing looks here. */
@NullMarked
package org.cartwright.audit.jobs;

import org.jspecify.annotations.NullMarked;
