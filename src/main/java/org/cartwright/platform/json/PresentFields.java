package org.cartwright.platform.json;

import java.util.Set;

/**
 * Which fields a client named at all, by their camelCase names. A component of this type in a
 * request record is filled by the reader, never by the client: it tells "leave it" (absent) from
 * "clear it" ({@code null}) in a partial update.
 */
public record PresentFields(Set<String> fields) {

  public PresentFields {
    fields = Set.copyOf(fields);
  }

  /** Whether the client named this field, even if only with {@code null}. */
  public boolean has(String field) {
    return fields.contains(field);
  }
}
