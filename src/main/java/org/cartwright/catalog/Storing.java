package org.cartwright.catalog;

import jakarta.persistence.EntityManager;
import org.cartwright.platform.errors.Conflict;
import org.hibernate.exception.ConstraintViolationException;

/** Brings changes to the database, which alone can say whether a name is still free. */
final class Storing {

  private Storing() {}

  /**
   * Writes everything that is pending.
   *
   * @param kind what is being written, for the sentence
   * @throws Conflict if the id is taken
   * @throws ExternalIdTaken if the externalId is taken
   */
  static void flush(EntityManager entities, String kind) {
    try {
      entities.flush();
    } catch (ConstraintViolationException refused) {
      var constraint = String.valueOf(refused.getConstraintName());
      if (constraint.endsWith("_pkey")) {
        throw Conflict.idTaken(kind);
      }
      if (constraint.endsWith("_external_id")) {
        throw new ExternalIdTaken(kind);
      }
      throw refused;
    }
  }
}
