/**
 * What every operation answers, byte for byte.
 *
 * <p>The files in {@code src/test/resources/answers} hold requests and what was answered to them;
 * {@link org.cartwright.answers.RecordedAnswersTests} asks again and compares.
 */
@NullMarked
package org.cartwright.answers;

import org.jspecify.annotations.NullMarked;
