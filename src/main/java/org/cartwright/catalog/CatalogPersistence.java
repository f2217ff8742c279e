package org.cartwright.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.platform.errors.Conflict;

/** Brings changes to the database, which alone can say whether a name is still free. */
public final class CatalogPersistence {

  private CatalogPersistence() {}

  /**
   * Writes everything that is pending.
   *
   * @param kind what is being written, for the sentence
   * @throws Conflict if the id is taken
   * @throws CatalogExternalIdTaken if the externalId is taken
   */
  public static void flush(EntityManager entities, String kind) {
    try {
      entities.flush();
    } catch (PersistenceException refused) {
      var constraint = BrokenConstraint.nameIn(refused).orElse("");
      if (constraint.endsWith("_pkey")) {
        throw Conflict.idTaken(kind);
      }
      if (constraint.endsWith("_external_id")) {
        throw new CatalogExternalIdTaken(kind);
      }
      throw refused;
    }
  }
}
