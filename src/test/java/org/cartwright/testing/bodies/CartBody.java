package org.cartwright.testing.bodies;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cart as it is sent. */
public final class CartBody extends Body<CartBody> {

  CartBody(Map<String, @Nullable Object> members) {
    super(members, CartBody::new);
  }

  public CartBody id(String id) {
    return with("id", id);
  }

  /** Of a patient. */
  public CartBody of(String patientId) {
    return with("patientId", patientId);
  }

  /** Made by a provider. */
  public CartBody by(String creatorId) {
    return with("creatorId", creatorId);
  }

  public CartBody status(String status) {
    return with("status", status);
  }

  /** A day or a moment. */
  public CartBody expires(Object expiresDate) {
    return with("expiresDate", expiresDate);
  }

  public CartBody notes(String notes) {
    return with("notes", notes);
  }

  /** In cents. */
  public CartBody discountAmount(long discountAmount) {
    return with("discountAmount", discountAmount);
  }

  public CartBody discountPercentage(long discountPercentage) {
    return with("discountPercentage", discountPercentage);
  }

  public CartBody discountPercentage(String discountPercentage) {
    return number("discountPercentage", discountPercentage);
  }

  /** With these lines and no others. */
  public CartBody with(Body<?>... items) {
    return with("items", items);
  }
}
