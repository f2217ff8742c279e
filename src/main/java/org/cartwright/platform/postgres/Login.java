package org.cartwright.platform.postgres;

/** A role of the database and the password it logs in with. */
record Login(String user, String password) {

  /** Without the password: logins end up in messages. */
  @Override
  public String toString() {
    return user;
  }
}
