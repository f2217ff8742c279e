package org.cartwright.platform.trail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an entity that it is a part of another, as a line is of its cart: where it is touched,
 * the whole is named, so that five hundred lines are not five hundred names.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PartOf {

  /** The kind of the whole, see {@link Touched.Thing}. */
  String kind();

  /** The property of the part that holds the id of the whole. */
  String by();
}
