/** What has to be true of patients' credits, for the report on their health. Changes nothing. */
@NullMarked
package org.cartwright.patients.books;

import org.jspecify.annotations.NullMarked;
