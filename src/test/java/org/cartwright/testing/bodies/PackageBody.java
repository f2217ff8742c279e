package org.cartwright.testing.bodies;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A package of items as it is sent. */
public final class PackageBody extends Body<PackageBody> {

  PackageBody(Map<String, @Nullable Object> members) {
    super(members, PackageBody::new);
  }

  public PackageBody id(String id) {
    return with("id", id);
  }

  public PackageBody name(String name) {
    return with("name", name);
  }

  /** In cents. */
  public PackageBody price(long price) {
    return with("price", price);
  }

  public PackageBody category(String category) {
    return with("category", category);
  }

  public PackageBody archived(boolean isArchived) {
    return with("isArchived", isArchived);
  }

  /** What is in it, as parts. */
  public PackageBody of(Body<?>... items) {
    return with("items", items);
  }

  public PackageBody externalId(String externalId) {
    return with("externalId", externalId);
  }
}
