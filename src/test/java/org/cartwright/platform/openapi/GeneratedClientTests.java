package org.cartwright.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A client made of our own OpenAPI document by a public generator compiles and does the README's
 * walk. Heavy, so it runs by itself: {@code ./mvnw -Pgenerated-client test}.
 */
@CartwrightTest
@Tag("generated-client")
class GeneratedClientTests {

  private static final Path HERE = Path.of("target", "generated-client");

  @Autowired private Clinics clinics;

  @Test
  void aClientGeneratedFromOurDocumentCompilesAndDoesTheWalk() throws Exception {
    var clinic = clinics.open();
    var document = HERE.resolve("openapi.json");
    Files.writeString(document, clinics.nobody().get("/v3/api-docs").ok().text());
    var sources = HERE.resolve("sources");
    var classes = Files.createDirectories(HERE.resolve("classes"));

    run(
        java("java"),
        "-jar",
        HERE.resolve("openapi-generator.jar").toString(),
        "generate",
        "--input-spec=" + document,
        "--generator-name=java",
        "--library=native",
        "--output=" + sources,
        "--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
        "--additional-properties=invokerPackage=client,apiPackage=client.api,modelPackage=client.model,"
            + "openApiNullable=false,useJakartaEe=true,documentationProvider=none");
    compile(sources.resolve("src/main/java"), classes);

    run(
        java("java"),
        "-cp",
        classPath(classes),
        "Walk",
        clinic.api().base(),
        clinic.id(),
        clinic.api().header("API-KEY"));
  }

  private static void compile(Path generated, Path classes) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                java("javac"),
                "-nowarn",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                classPath(classes)));
    try (var files = Files.walk(generated)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> command.add(file.toString()));
    }
    command.add(Path.of("src", "test", "resources", "client", "Walk.java").toString());
    var arguments = HERE.resolve("javac.txt");
    Files.write(arguments, command.subList(1, command.size()));
    run(command.getFirst(), "@" + arguments);
  }

  private static String classPath(Path classes) {
    return classes + File.pathSeparator + System.getProperty("java.class.path");
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  private static void run(String... command) throws InterruptedException {
    var log = HERE.resolve("log.txt");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      assertThat(process.waitFor()).as(() -> read(log)).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
