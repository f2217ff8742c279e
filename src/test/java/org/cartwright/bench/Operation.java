package org.cartwright.bench;

/** What one client does over and over. */
interface Operation extends AutoCloseable {

  /** Does it once; fails if it was not done. */
  void once() throws Exception;

  @Override
  default void close() throws Exception {}

  /** Makes what a client of its own does, by the client's number. */
  interface Maker {
    Operation make(int client) throws Exception;
  }
}
