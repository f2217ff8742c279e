package org.cartwright.charges.bill;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The taxes on something billed, which are stored in one column of it. */
@Converter
public class BilledTaxesConverter implements AttributeConverter<List<BilledTax>, String> {

  private static final TypeReference<List<BilledTax>> TAXES = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static List<BilledTax> read(String json) {
    return json.equals("[]") ? List.of() : List.copyOf(JSON.readValue(json, TAXES));
  }

  @Override
  public String convertToDatabaseColumn(List<BilledTax> taxes) {
    return JSON.writeValueAsString(taxes);
  }

  @Override
  public List<BilledTax> convertToEntityAttribute(String json) {
    return read(json);
  }
}
