package org.cartwright.staff;

/** A provider who may come to the console. */
public record DeskMember(
    String id, String firstName, String lastName, String email, DeskRole role) {

  /** As colleagues call them. */
  public String name() {
    return firstName + " " + lastName;
  }
}
