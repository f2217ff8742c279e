package org.cartwright.platform.privacy;

import org.cartwright.platform.errors.Conflict;
import org.jspecify.annotations.Nullable;

/** 409: it is about somebody who was erased, and nothing is written about them any more. */
public final class ErasedPerson extends Conflict {

  private ErasedPerson() {
    super("patient.erased", "The patient was erased; nothing can be written about them any more.");
  }

  /**
   * Refuses to go on with something that is about somebody who was erased.
   *
   * @param erasedDate when that was; absent if it was not
   */
  public static void refuse(@Nullable Object erasedDate) {
    if (erasedDate != null) {
      throw new ErasedPerson();
    }
  }
}
