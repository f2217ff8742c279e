package org.cartwright.bench;

import java.util.ArrayList;

/** Clients that are ready before the clock starts. */
final class Prepared {

  private Prepared() {}

  static Operation.Maker by(int clients, Operation.Maker maker) throws Exception {
    var ready = new ArrayList<Operation>();
    for (int client = 0; client < clients; client++) {
      ready.add(maker.make(client));
    }
    return ready::get;
  }
}
