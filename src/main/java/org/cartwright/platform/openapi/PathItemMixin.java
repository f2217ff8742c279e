package org.cartwright.platform.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/** How a path is written: what is done to one thing in the order in which it happens. */
@JsonPropertyOrder({"post", "get", "put", "patch", "delete"})
abstract class PathItemMixin {

  @JsonAnyGetter
  abstract Map<String, Object> getExtensions();

  @JsonAnySetter
  abstract void addExtension(String name, Object value);
}
