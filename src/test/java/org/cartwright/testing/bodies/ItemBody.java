package org.cartwright.testing.bodies;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something the clinic sells, as it is sent. */
public final class ItemBody extends Body<ItemBody> {

  ItemBody(Map<String, @Nullable Object> members) {
    super(members, ItemBody::new);
  }

  public ItemBody id(String id) {
    return with("id", id);
  }

  public ItemBody name(String name) {
    return with("name", name);
  }

  /** In cents. */
  public ItemBody price(long price) {
    return with("price", price);
  }

  public ItemBody type(String type) {
    return with("type", type);
  }

  public ItemBody category(String category) {
    return with("category", category);
  }

  public ItemBody brand(String brandName) {
    return with("brandName", brandName);
  }

  public ItemBody archived(boolean isArchived) {
    return with("isArchived", isArchived);
  }

  /** Taxes that are not taken of it. */
  public ItemBody exemptedFrom(String... exemptedTaxIds) {
    return with("exemptedTaxIds", exemptedTaxIds);
  }

  public ItemBody externalId(String externalId) {
    return with("externalId", externalId);
  }
}
