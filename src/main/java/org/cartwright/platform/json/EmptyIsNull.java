package org.cartwright.platform.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text of a request of which the empty one is as good as {@code null}, as forms send it. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface EmptyIsNull {

  /**
   * Whether so is what is no text at all: of a text that comes back as it was served, in a request
   * whose published form does not know it. Clients may keep in its place what they like.
   */
  boolean andWhatIsNoText() default false;
}
