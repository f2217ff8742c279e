package org.cartwright.testing.bodies;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tax as it is sent. */
public final class TaxBody extends Body<TaxBody> {

  TaxBody(Map<String, @Nullable Object> members) {
    super(members, TaxBody::new);
  }

  public TaxBody name(String name) {
    return with("name", name);
  }

  public TaxBody percentage(long percentage) {
    return with("percentage", percentage);
  }

  public TaxBody percentage(String percentage) {
    return number("percentage", percentage);
  }

  public TaxBody scope(String scope) {
    return with("scope", scope);
  }

  public TaxBody onCategories(String... categoryNames) {
    return with("categoryNames", categoryNames);
  }

  /** Where it is taken. */
  public TaxBody at(String... locationIds) {
    return with("locationIds", locationIds);
  }
}
