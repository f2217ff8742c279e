package org.cartwright.patients;

import org.cartwright.platform.json.SelfChecked.Complaints;
import org.jspecify.annotations.Nullable;

/** A balance follows from grants and payments, so nobody sets it. */
final class NoCreditYet {

  private NoCreditYet() {}

  static void check(@Nullable Long creditBalance, Complaints complaints) {
    if (creditBalance != null && creditBalance != 0) {
      complaints.about(
          "creditBalance",
          "credit is granted by its own operations; leave the balance out or send 0");
    }
  }
}
