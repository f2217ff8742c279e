package org.cartwright.platform.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a field of a request is taken to be when the client leaves it out, written as JSON. On a
 * field of an answer, which is always there, it is what the published API lets clients assume.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Default {

  String value();
}
