package org.cartwright.webhooks.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.cartwright.webhooks.events.Facts;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an event says, put together from its columns. */
public final class EventData {

  /** The columns it is made of, of {@code webhook_event e}. */
  public static final String COLUMNS = "e.kind, e.object_id, e.sequence, e.facts";

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private EventData() {}

  /** As the JSON that is sent. */
  public static String json(ResultSet row) throws SQLException {
    var json = new StringBuilder("{\"object\":");
    Facts.quote(json, row.getString("kind"));
    json.append(",\"id\":");
    Facts.quote(json, row.getString("object_id"));
    json.append(",\"sequence\":").append(row.getLong("sequence"));
    var facts = row.getString("facts");
    return facts.equals("{}")
        ? json.append('}').toString()
        : json.append(',').append(facts, 1, facts.length()).toString();
  }

  /** As names and values. */
  static Map<String, Object> map(ResultSet row) throws SQLException {
    return JSON.readValue(json(row), OBJECT);
  }
}
