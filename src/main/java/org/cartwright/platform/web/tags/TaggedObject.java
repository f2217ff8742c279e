package org.cartwright.platform.web.tags;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object that is changed only as it was seen, if a client says so with {@code If-Match}.
 *
 * @param path where its document is read, as its controllers spell it, with one variable in the
 *     end; whatever changes something there or below changes the object
 * @param held locks the object with this id until the transaction ends, and answers its document as
 *     it is read there
 */
public record TaggedObject(String path, Held held) {

  /** How an object is held on to. */
  public interface Held {

    /**
     * @throws org.cartwright.platform.errors.Missing if there is none
     */
    Object document(String id);
  }

  /** Whether an operation is about such an object. */
  public boolean isAbout(String pattern) {
    return pattern.equals(path) || pattern.startsWith(path + "/");
  }

  /** The object's id in the variables of such an operation's path. */
  @Nullable String id(Map<String, String> variables) {
    return variables.get(path.substring(path.lastIndexOf('{') + 1, path.length() - 1));
  }
}
