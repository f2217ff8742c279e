package org.cartwright.staff;

import java.util.List;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.Documents;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Serves providers from the document view, each question with one statement. */
@Component
class ProviderReader {

  private final JdbcClient jdbc;
  private final Documents documents;

  ProviderReader(JdbcClient jdbc, Documents documents) {
    this.jdbc = jdbc;
    this.documents = documents;
  }

  ProviderSummary summary(String id) {
    return jdbc.sql("select document from provider_document where id = ?")
        .param(id)
        .query(documents.rows(ProviderSummary.class))
        .optional()
        .orElseThrow(() -> Missing.a("Provider"));
  }

  List<FirebaseProviderSummary> all(@Nullable String primaryLocationId) {
    return jdbc.sql(
            """
            select document || jsonb_build_object('profileImageUrl', null, 'firebaseUid', null,
                                                  'visibleLocationIds', '[]'::jsonb, 'permissions', '[]'::jsonb)
              from provider
              join provider_document using (tenant_id, id)
             where :location::text is null or primary_location_id = :location
             order by lower(last_name), lower(first_name), id""")
        .param("location", primaryLocationId)
        .query(documents.rows(FirebaseProviderSummary.class))
        .list();
  }
}
