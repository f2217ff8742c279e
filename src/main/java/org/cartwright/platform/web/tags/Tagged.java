package org.cartwright.platform.web.tags;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A document of one object, as it is read and as changes of the object answer it: each carries the
 * {@code ETag} of its bytes. An operation can say for itself that what it answers is no object's.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Tagged {

  boolean value() default true;
}
