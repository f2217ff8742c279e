package org.cartwright.platform.json;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the documents that the database's views compose into the records that are served. A view
 * and its record have the same fields; one that only the view has is a mistake and fails.
 */
@Component
public class Documents {

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** The record that a document spells. */
  public <T> T read(String document, Class<T> type) {
    return json.readValue(document, type);
  }

  /** Reads rows whose first column is a document. */
  public <T> RowMapper<T> rows(Class<T> type) {
    return (row, number) -> read(row.getString(1), type);
  }
}
