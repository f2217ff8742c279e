package org.cartwright.platform.privacy;

import java.util.List;

/**
 * A module that holds something about persons. It says where that is, in statements of its own
 * tables; these may ask for {@code :clinic}, {@code :person} and, where others have told them
 * before, {@code :things}.
 */
public interface PersonalDataHolder {

  /** The tables that hold something about persons, in the order in which they are told. */
  List<PersonalTable> tables();

  /**
   * Statements that answer the ids of what belongs to a person and to which others refer, each
   * without an order.
   */
  default List<String> things() {
    return List.of();
  }
}
