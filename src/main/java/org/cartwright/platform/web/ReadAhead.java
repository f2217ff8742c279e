package org.cartwright.platform.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

/**
 * Reads a list chunk by chunk, the next one while the one before is written, so that the database
 * and whoever writes need not wait for each other. Never more than one: a slow reader of the list
 * costs one chunk of memory.
 */
final class ReadAhead<T> {

  private final Function<KeysetScrollPosition, Window<T>> read;
  private final Executor meanwhile;
  private @Nullable CompletableFuture<Window<T>> coming;

  ReadAhead(Function<KeysetScrollPosition, Window<T>> read, Executor meanwhile) {
    this.read = read;
    this.meanwhile = meanwhile;
  }

  /**
   * What follows a position, which is the beginning or where the chunk before ended.
   *
   * @throws RuntimeException whatever reading it threw
   */
  Window<T> after(ScrollPosition position) {
    var chunk = coming == null ? read.apply((KeysetScrollPosition) position) : arrived(coming);
    coming = chunk.isLast() ? null : reading(chunk);
    return chunk;
  }

  private CompletableFuture<Window<T>> reading(Window<T> before) {
    var end = (KeysetScrollPosition) before.positionAt(before.size() - 1);
    return CompletableFuture.supplyAsync(() -> read.apply(end), meanwhile);
  }

  private static <T> Window<T> arrived(CompletableFuture<Window<T>> chunk) {
    try {
      return chunk.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException asItWas) {
        throw asItWas;
      }
      if (e.getCause() instanceof Error worse) {
        throw worse;
      }
      throw e;
    }
  }
}
