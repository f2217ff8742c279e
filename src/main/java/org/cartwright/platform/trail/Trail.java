package org.cartwright.platform.trail;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Where it is told what is touched that cannot be seen otherwise. What entities are changed is
 * seen; what plain SQL changes, and what is answered in another form than a document, is told here.
 * Where nobody keeps a record it goes nowhere.
 */
public final class Trail {

  private static final String KEEPER = Trail.class.getName() + ".keeper";

  private Trail() {}

  /** Keeps a record of what one request shows. */
  public interface Keeper {

    /** These documents are about to be sent. What is thrown here keeps them from being sent. */
    void shows(Collection<?> documents);

    /** This thing is about to be shown. */
    void shows(Touched.Thing thing);

    /**
     * An earlier answer is about to be sent again. What is thrown here keeps it from being sent.
     */
    void showsAgain(byte[] answer);
  }

  /**
   * Plain SQL has changed a thing in the current transaction.
   *
   * @param kind the name of its table
   * @param fields the names of what was changed of it; none where that is told of something else
   */
  public static void changed(String kind, String id, String... fields) {
    var touched = touched();
    if (touched != null) {
      touched.add(kind, id);
      for (var field : fields) {
        touched.addField(kind, field);
      }
    }
  }

  /** Documents of a list are about to be sent, by the current request. */
  public static void shows(List<?> documents) {
    var keeper = keeper();
    if (keeper != null && !documents.isEmpty()) {
      keeper.shows(documents);
    }
  }

  /** A thing is about to be shown, by the current request. */
  public static void shows(String kind, String id) {
    var keeper = keeper();
    if (keeper != null) {
      keeper.shows(new Touched.Thing(kind, id));
    }
  }

  /** What the current request was answered before is about to be sent again, byte for byte. */
  public static void showsAgain(byte[] answer) {
    var keeper = keeper();
    if (keeper != null) {
      keeper.showsAgain(answer);
    }
  }

  /** What the current transaction has touched so far; nothing where nobody keeps a record of it. */
  public static @Nullable Touched touched() {
    return (Touched) TransactionSynchronizationManager.getResource(Trail.class);
  }

  /** Has a record kept of what the current transaction touches, until it is {@link #end ended}. */
  public static void begin(Touched touched) {
    TransactionSynchronizationManager.bindResource(Trail.class, touched);
  }

  /** Ends that. */
  public static void end() {
    TransactionSynchronizationManager.unbindResourceIfPossible(Trail.class);
  }

  /** Has a record kept of what the current request shows. */
  public static void keep(Keeper keeper) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(KEEPER, keeper, RequestAttributes.SCOPE_REQUEST);
    }
  }

  private static @Nullable Keeper keeper() {
    var request = RequestContextHolder.getRequestAttributes();
    return request == null
        ? null
        : (Keeper) request.getAttribute(KEEPER, RequestAttributes.SCOPE_REQUEST);
  }
}
