package org.cartwright.lines.stored;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.cartwright.lines.figures.LineTax;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The taxes on a line, which are stored in one column of it. */
@Converter
class LineTaxesConverter implements AttributeConverter<List<LineTax>, String> {

  private static final TypeReference<List<LineTax>> TAXES = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public String convertToDatabaseColumn(List<LineTax> taxes) {
    return JSON.writeValueAsString(taxes);
  }

  @Override
  public List<LineTax> convertToEntityAttribute(String json) {
    return json.equals("[]") ? List.of() : List.copyOf(JSON.readValue(json, TAXES));
  }
}
