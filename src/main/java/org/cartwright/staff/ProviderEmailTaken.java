package org.cartwright.staff;

import org.cartwright.platform.errors.Conflict;

/** 409: an e-mail address belongs to one provider of the clinic at most. */
final class ProviderEmailTaken extends Conflict {

  ProviderEmailTaken() {
    super(
        "provider.emailTaken",
        "Another provider of this clinic has this e-mail address; an address is unique.");
  }
}
