package org.cartwright.testing.bodies;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * A JSON object to be sent. It never changes: whoever adds a member gets another body, so that one
 * can be shared. Any member can be anything, also what the service refuses.
 */
public abstract class Body<B extends Body<B>> {

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, @Nullable Object> members;
  private final Function<Map<String, @Nullable Object>, B> same;

  Body(Map<String, @Nullable Object> members, Function<Map<String, @Nullable Object>, B> same) {
    this.members = members;
    this.same = same;
  }

  /** The same with this member, in the place of the one that may have been there. */
  public final B with(String name, @Nullable Object value) {
    var more = new LinkedHashMap<String, @Nullable Object>(members);
    more.put(name, value);
    return same.apply(more);
  }

  /** The same without this member. */
  public final B without(String name) {
    var fewer = new LinkedHashMap<String, @Nullable Object>(members);
    fewer.remove(name);
    return same.apply(fewer);
  }

  /** The same with all members of another body. */
  public final B and(Body<?> other) {
    var more = new LinkedHashMap<String, @Nullable Object>(members);
    more.putAll(other.members);
    return same.apply(more);
  }

  /** The same with this member as a number of just these digits. */
  final B number(String name, String digits) {
    return with(name, new RawValue(digits));
  }

  @JsonValue
  Map<String, @Nullable Object> members() {
    return Collections.unmodifiableMap(members);
  }

  /** As it is sent. */
  @Override
  public final String toString() {
    return JSON.writeValueAsString(members);
  }
}
