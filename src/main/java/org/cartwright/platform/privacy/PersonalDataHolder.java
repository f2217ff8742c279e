package org.cartwright.platform.privacy;

import java.time.Instant;
import java.util.List;

/**
 * A module that holds something about persons. It says where that is, in statements of its own
 * tables; these may ask for {@code :clinic}, {@code :person} and, for the things that others have
 * told before, by their kind: such as {@code :cart_ids}.
 */
public interface PersonalDataHolder {

  /** The tables that hold something about persons, in the order in which they are told. */
  List<PersonalTable> tables();

  /** Where that is found which belongs to a person and to which others refer. */
  default List<ThingsOf> things() {
    return List.of();
  }

  /**
   * Statements that lock what belongs to a person and is changed under a lock of its own, and
   * answer the ids. The locks are taken before the person's own, in the order of the holders.
   */
  default List<String> locks() {
    return List.of();
  }

  /** What has to be settled before a person can be erased. They may ask for {@code :now}, too. */
  default List<Unsettled> unsettled() {
    return List.of();
  }

  /**
   * Takes a person out of what is not just a column, within the transaction that erases them and
   * before the columns of {@link #tables} are.
   */
  default void erase(Person person, Instant now) {}
}
