package org.cartwright.platform.privacy;

import java.util.HashMap;
import java.util.Map;

/**
 * Somebody about whom things are held.
 *
 * @param tenant whose books these are
 * @param id of the person
 * @param things what belongs to the person, by which others refer to it
 */
public record Person(String tenant, String id, Things things) {

  /** What statements about them may ask for, see {@link PersonalDataHolder}. */
  public Map<String, Object> parameters() {
    var parameters = new HashMap<String, Object>();
    parameters.put("clinic", tenant);
    parameters.put("person", id);
    things.ids().forEach((kind, ids) -> parameters.put(kind + "_ids", ids.toArray(String[]::new)));
    return parameters;
  }
}
