package org.cartwright.testing.bodies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** Where bodies begin. */
public final class Bodies {

  private Bodies() {}

  /** Anything: an empty object to put members into. */
  public static AnyBody body() {
    return new AnyBody(Map.of());
  }

  public static CartBody aCart() {
    return new CartBody(Map.of());
  }

  /** A line for an item. */
  public static LineBody line(String item) {
    return line().with("itemId", item);
  }

  /** A line for a package. */
  public static LineBody packageLine(String id) {
    return line().with("packageId", id);
  }

  /** What is to be changed about a line. */
  public static LineBody line() {
    return new LineBody(Map.of());
  }

  public static PatientBody aPatient(String firstName, String lastName) {
    return aPatient().firstName(firstName).lastName(lastName);
  }

  /** Somebody of whom nothing is known. */
  public static PatientBody aPatient() {
    return new PatientBody(Map.of());
  }

  public static ItemBody anItem(String name) {
    return anItem().name(name);
  }

  public static ItemBody anItem() {
    return new ItemBody(Map.of());
  }

  public static PackageBody aPackage(String name) {
    return aPackage().name(name);
  }

  public static PackageBody aPackage() {
    return new PackageBody(Map.of());
  }

  /** A part of a package, of this item. */
  public static PartBody part(String item) {
    return new PartBody(Map.of()).with("packageId", "").with("itemId", item);
  }

  public static TaxBody aTax(String name) {
    return aTax().name(name);
  }

  public static TaxBody aTax() {
    return new TaxBody(Map.of());
  }

  /** A quote of a cart, for its patient. */
  public static QuoteBody aQuote(String patient, String cart) {
    return aQuote().of(patient).with("cartId", cart);
  }

  /** What is to be said or changed about a quote. */
  public static QuoteBody aQuote() {
    return new QuoteBody(Map.of());
  }

  /** A credit of so many cents. */
  public static CreditBody aCredit(long amount) {
    return aCredit().with("amount", amount);
  }

  public static CreditBody aCredit() {
    return new CreditBody(Map.of());
  }

  /** Somebody who works at the clinic, with the role of a provider. */
  public static ProviderBody aProvider(String firstName, String lastName) {
    return new ProviderBody(Map.of())
        .with("firstName", firstName)
        .with("lastName", lastName)
        .roles("provider");
  }

  /** Values in a row; null is one. */
  public static List<@Nullable Object> list(@Nullable Object... values) {
    var row = new ArrayList<@Nullable Object>();
    Collections.addAll(row, values);
    return row;
  }

  /** A value that is sent with just this spelling, such as {@code 2.50} or {@code true}. */
  public static RawValue json(String spelling) {
    return new RawValue(spelling);
  }
}
