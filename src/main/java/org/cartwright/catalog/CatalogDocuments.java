package org.cartwright.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.json.Documents;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what is served from the views that say how a row is served, each read in one statement,
 * pages in two. To see what was just changed, flush before.
 */
@Component
class CatalogDocuments {

  private final JdbcClient database;
  private final Documents documents;

  CatalogDocuments(JdbcClient database, Documents documents) {
    this.database = database;
    this.documents = documents;
  }

  /** One document, if the tenant has it. */
  <T> Optional<T> find(Class<T> type, String view, String id) {
    return database
        .sql("select document from " + view + " where tenant_id = :tenant and id = :id")
        .param("tenant", CurrentTenant.id())
        .param("id", id)
        .query(documents.rows(type))
        .optional();
  }

  /** A document that is known to be there. */
  <T> T read(Class<T> type, String view, String id) {
    return find(type, view, id)
        .orElseThrow(() -> new IllegalStateException(id + " is not in " + view));
  }

  /** The documents with these ids, in the order of the ids. */
  <T> List<T> readAll(Class<T> type, String view, Collection<String> ids) {
    return database
        .sql(
            """
            select d.document
              from unnest(:ids) with ordinality as wanted (id, place)
              join %s d on d.tenant_id = :tenant and d.id = wanted.id
             order by wanted.place"""
                .formatted(view))
        .param("tenant", CurrentTenant.id())
        .param("ids", ids.toArray(String[]::new))
        .query(documents.rows(type))
        .list();
  }

  /** All documents of a list that is never long. */
  <T> List<T> list(Class<T> type, String table, String view, Filter filter, String order) {
    return database
        .sql(
            """
            select d.document
              from %s x join %s d on d.tenant_id = x.tenant_id and d.id = x.id
             where %s
             order by %s"""
                .formatted(table, view, filter.sql(), order))
        .params(filter.parameters())
        .query(documents.rows(type))
        .list();
  }

  /** One page, and how many there are on all pages. */
  <T> Page<T> page(
      Class<T> type, String table, String view, Filter filter, String order, Paging paging) {
    var total =
        database
            .sql("select count(*) from %s x where %s".formatted(table, filter.sql()))
            .params(filter.parameters())
            .query(Long.class)
            .single();
    var data =
        database
            .sql(
                """
                select d.document
                  from (select x.id, row_number() over (order by %s) as place
                          from %s x
                         where %s
                         order by place limit :size offset :offset) as shown
                  join %s d on d.tenant_id = :tenant and d.id = shown.id
                 order by shown.place"""
                    .formatted(order, table, filter.sql(), view))
            .params(filter.parameters())
            .param("size", paging.size())
            .param("offset", paging.offset())
            .query(documents.rows(type))
            .list();
    return new Page<>(data, total);
  }
}
