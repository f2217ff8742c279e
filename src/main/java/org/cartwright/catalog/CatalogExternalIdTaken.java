package org.cartwright.catalog;

import org.cartwright.platform.errors.Conflict;

/** 409: another thing of this kind, archived or not, has this externalId already. */
class CatalogExternalIdTaken extends Conflict {

  CatalogExternalIdTaken(String kind) {
    super(
        "catalog.externalIdTaken",
        "Another %s has this externalId already; archived ones count, clear it there first."
            .formatted(kind),
        kind);
  }
}
