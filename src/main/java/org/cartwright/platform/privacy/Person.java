package org.cartwright.platform.privacy;

import java.util.Set;

/**
 * Somebody about whom things are held.
 *
 * @param tenant whose books these are
 * @param id of the person
 * @param things the ids of what belongs to the person, by which others refer to it
 */
public record Person(String tenant, String id, Set<String> things) {

  public Person {
    things = Set.copyOf(things);
  }
}
