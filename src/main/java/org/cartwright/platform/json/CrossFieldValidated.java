package org.cartwright.platform.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * Complains about an id that was chosen and would lead nowhere: a path that ends in it is
     * another one, to this service or already to who asks it, as of one or two dots.
     *
     * @param words that stand in the API's paths where such an id does
     */
    default void aboutId(@Nullable String id, String... words) {
      if (id != null && (id.matches("[.]{1,2}") || List.of(words).contains(id))) {
        about("id", "this is a word of the API's paths; choose another");
      }
    }

    /** Complains about the record as a whole. */
    void aboutAll(String sentence);
  }
}
