package org.cartwright.messages;

/** A way in which a message reaches somebody. */
public enum Channel {
  EMAIL,
  SMS
}
