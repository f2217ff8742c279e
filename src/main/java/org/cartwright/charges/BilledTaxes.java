package org.cartwright.charges;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The taxes on something billed, which are stored in one column of it. */
final class BilledTaxes {

  private static final TypeReference<List<BilledTax>> TAXES = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private BilledTaxes() {}

  static List<BilledTax> read(String json) {
    return json.equals("[]") ? List.of() : List.copyOf(JSON.readValue(json, TAXES));
  }
}
