package org.cartwright.platform.idempotency;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * What a request is answered: what the work came to, or the very words in which that was told the
 * first time. Those may be an older release's, so they are never read into anything of today's.
 *
 * @param <T> what the work comes to
 */
public final class IdempotentAnswer<T> {

  private final @Nullable T result;
  private final @Nullable String words;

  private IdempotentAnswer(@Nullable T result, @Nullable String words) {
    this.result = result;
    this.words = words;
  }

  static <T> IdempotentAnswer<T> with(T result) {
    return new IdempotentAnswer<>(result, null);
  }

  static <T> IdempotentAnswer<T> inTheWords(String json) {
    return new IdempotentAnswer<>(null, json);
  }

  @JsonValue
  @Nullable Object body() {
    return words == null ? result : new RawValue(words);
  }
}
