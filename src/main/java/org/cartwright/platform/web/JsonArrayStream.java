package org.cartwright.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.cartwright.platform.trail.Trail;
import org.springframework.core.task.TaskDecorator;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.data.support.WindowIterator;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a list as one JSON array, however long it is, with two chunks of it in memory.
 *
 * <p>Each chunk is read before it is written, and the next one meanwhile, so a client that reads
 * slowly keeps nothing but its own connection. What fails before anything was sent is answered like
 * any failure; what fails later ends the connection, so that half a list is never taken for the
 * whole.
 */
@Component
public class JsonArrayStream {

  private final JsonMapper json;
  private final Executor meanwhile;

  /**
   * @param asCaller makes another thread work for whoever is asking
   */
  JsonArrayStream(JsonMapper json, TaskDecorator asCaller) {
    this.json = json;
    this.meanwhile = task -> Thread.startVirtualThread(asCaller.decorate(task));
  }

  /**
   * Writes everything there is.
   *
   * @param nextChunk what follows a position, read in one go and by another thread: whatever it
   *     takes to read is given back when it returns
   */
  public <T> void write(
      Function<KeysetScrollPosition, Window<T>> nextChunk, HttpServletResponse response)
      throws IOException {
    var chunks = new ReadAhead<>(nextChunk, meanwhile);
    var entries =
        WindowIterator.of(position -> shown(chunks.after(position)))
            .startingAt(ScrollPosition.keyset());
    var hasAny = entries.hasNext(); // reads the first chunk, while a failure still has its status
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    var array = json.createGenerator(response.getOutputStream());
    array.writeStartArray();
    for (var hasMore = hasAny; hasMore; hasMore = entries.hasNext()) {
      array.writePOJO(entries.next());
    }
    array.writeEndArray();
    array.close(); // not if reading fails: it would end the array as if that was all
  }

  /** A chunk that is about to be sent. */
  static <T> Window<T> shown(Window<T> chunk) {
    Trail.shows(chunk.getContent());
    return chunk;
  }
}
