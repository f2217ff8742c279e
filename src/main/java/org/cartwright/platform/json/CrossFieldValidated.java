package org.cartwright.platform.json;

/**
 * A request record with a rule that spans several of its fields; asked once each field by itself is
 * fine.
 */
public interface CrossFieldValidated {

  /** Says what is wrong, if anything. */
  void check(Complaints complaints);

  /** Takes what is wrong with a record. */
  interface Complaints {

    /** Complains about one field, by its camelCase name. */
    void about(String field, String sentence);

    /** Complains about the record as a whole. */
    void aboutAll(String sentence);
  }
}
