package org.cartwright.catalog;

import java.util.Collection;
import org.cartwright.platform.json.Documents;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the rest of the house asks the catalog. */
@Service
public class Catalog {

  private final JdbcClient database;
  private final Documents documents;

  Catalog(JdbcClient database, Documents documents) {
    this.database = database;
    this.documents = documents;
  }

  /**
   * What these items and packages of the current tenant cost right now, and every tax in force, in
   * one statement however many there are. Ids the tenant does not have are left out. Archived items
   * and packages are there and say so; archived taxes are not.
   *
   * <p>Takes part in the caller's transaction and locks nothing: a price that changes a moment
   * later is the next document's.
   */
  @Transactional(readOnly = true)
  public PriceList priceList(Collection<String> itemIds, Collection<String> packageIds) {
    return database
        .sql(PriceListRow.SQL)
        .param("tenant", CurrentTenant.id())
        .param("items", itemIds.toArray(String[]::new))
        .param("packages", packageIds.toArray(String[]::new))
        .query(documents.rows(PriceListRow.class))
        .single()
        .priceList();
  }
}
