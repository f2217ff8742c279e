package org.cartwright.tenancy.keys;

import org.cartwright.platform.errors.Conflict;

/** 409: whoever has so many keys needs no further one, but an overview. */
final class TooManyKeys extends Conflict {

  TooManyKeys(int most) {
    super(
        "key.tooMany",
        "There are %d keys in use already; revoke one that is not needed.".formatted(most),
        most);
  }
}
