package org.cartwright.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.cartwright.Cartwright;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;

/**
 * Schemas are called what their types are called, without where those stand; of two of one name a
 * document would tell the values of one in the places of both.
 */
@CartwrightTest
class EnumsToldTests {

  @Autowired private Clinics clinics;

  @ParameterizedTest
  @ValueSource(strings = {"", "/orders", "/platform"})
  void everyEnumOfWhatIsServedIsToldWithItsOwnValues(String which)
      throws IOException, URISyntaxException {
    var schemas =
        clinics.nobody().get("/v3/api-docs" + which).ok().json().at("/components/schemas");
    var told = new TreeMap<String, List<String>>();
    var meant = new TreeMap<String, List<String>>();
    records().stream()
        .filter(type -> isToldIn(schemas, type))
        .forEach(
            type -> {
              for (var component : type.getRecordComponents()) {
                if (component.getType().isEnum()) {
                  var place = named(type) + "." + component.getName();
                  meant.put(place, values(component.getType()));
                  told.put(place, values(schemas, type, component.getName()));
                }
              }
            });

    var wrong = new TreeMap<>(told);
    wrong.entrySet().removeAll(meant.entrySet());
    assertThat(wrong).isEmpty();
    assertThat(meant.size()).isGreaterThanOrEqualTo(which.equals("/platform") ? 1 : 3);
  }

  /** All of the house, without tests. */
  private static List<Class<?>> records() throws IOException, URISyntaxException {
    var house =
        Path.of(Cartwright.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var files = Files.walk(house.resolve("org"))) {
      return files
          .map(file -> house.relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.replaceFirst("\\.class$", "").replace(File.separatorChar, '.'))
          .filter(name -> !name.endsWith(".package-info"))
          .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
          .filter(Class::isRecord)
          .toList();
    }
  }

  private static String named(Class<?> type) {
    var schema = type.getAnnotation(Schema.class);
    return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
  }

  /** Whether it is this one and not another of its name that is told. */
  private static boolean isToldIn(JsonNode schemas, Class<?> type) {
    var properties = schemas.path(named(type)).path("properties");
    return type.getRecordComponents().length > 0
        && Arrays.stream(type.getRecordComponents())
            .allMatch(component -> properties.has(component.getName()));
  }

  private static List<String> values(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(Object::toString).sorted().toList();
  }

  private static List<String> values(JsonNode schemas, Class<?> type, String component) {
    var property = schemas.path(named(type)).path("properties").path(component);
    var own = property.has("anyOf") ? property.path("anyOf").path(0) : property;
    var name = own.path("$ref").asString("").replaceFirst(".*/", "");
    return schemas.path(name).path("enum").valueStream().map(JsonNode::asString).sorted().toList();
  }
}
