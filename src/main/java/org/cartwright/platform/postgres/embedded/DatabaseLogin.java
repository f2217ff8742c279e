package org.cartwright.platform.postgres.embedded;

/** A role of the database and the password it logs in with. */
public record DatabaseLogin(String user, String password) {

  /** Without the password: logins end up in messages. */
  @Override
  public String toString() {
    return user;
  }
}
