/** What the tables of patients hold about one. Looks at no other room. */
@NullMarked
package org.cartwright.patients.privacy;

import org.jspecify.annotations.NullMarked;
