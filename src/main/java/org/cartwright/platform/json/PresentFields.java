package org.cartwright.platform.json;

import java.util.Set;

/**
 * Which fields a client named at all, by their camelCase names. A component of this type in a
 * request record is filled by the reader, never by the client: it tells "leave it" (absent) from
 * "clear it" ({@code null}) in a partial update.
 */
public record PresentFields(Set<String> fields) {

  /** Of a request that names none. */
  public static final PresentFields NONE = of();

  public PresentFields {
    fields = Set.copyOf(fields);
  }

  /** Of a request that names just these. */
  public static PresentFields of(String... fields) {
    return new PresentFields(Set.of(fields));
  }

  /** Whether the client named this field, even if only with {@code null}. */
  public boolean has(String field) {
    return fields.contains(field);
  }
}
