package org.cartwright.console.accesses;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.platform.trail.PartOf;
import org.cartwright.testing.CartwrightTest;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever stands in the record is told in words, in each language of the console. */
@CartwrightTest
class DeedsTests {

  private static final Path SOURCES = Path.of("src/main/java/org/cartwright");

  /** What belongs to no clinic, and so is in no record. */
  private static final Pattern NOBODYS =
      Pattern.compile("\\w+ (/|/dev/.*|/trouble/.*|/actuator/.*|/(q|console)/_/.*)");

  /** What is put down on no occasion that has a route or a job. */
  private static final Set<String> OTHERWISE =
      Set.of("authenticate", "console-form", "console-sign-in", "message", "service", "unknown");

  private static final Pattern TRAILED =
      Pattern.compile("Trail\\s*\\.(?:shows|changed)\\(\\s*\"([a-z_-]+)\"");
  private static final Pattern NAMED = Pattern.compile("String (?:TABLE|KIND) = \"([a-z_-]+)\"");
  private static final Pattern SHOWN = Pattern.compile("Map\\.entry\\(.*, \"([a-z-]+)\"\\)");
  private static final Pattern VARIABLE = Pattern.compile("\\{(?!external_)([a-z_]+)_id}");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  @Autowired private List<RecurringJob> jobs;
  @Autowired private EntityManagerFactory entities;

  @Test
  void whateverCanBeDoneIsToldInWords() {
    var actions = new TreeSet<>(OTHERWISE);
    routes
        .getHandlerMethods()
        .forEach((route, method) -> names(route, method).forEach(actions::add));
    actions.removeIf(NOBODYS.asMatchPredicate());
    jobs.forEach(job -> actions.add(job.name()));

    assertThat(actions).hasSizeGreaterThan(300).contains("get_order", "POST /console/new-patient");
    for (var language : List.of(Locale.ENGLISH, Locale.of("es"))) {
      var deeds = Deeds.in(language);
      assertThat(actions)
          .allSatisfy(action -> assertThat(deeds.told(action)).isNotBlank().isNotEqualTo(action));
      assertThat(texts(language).keySet()).as("nothing else").isEqualTo(actions);
    }
    assertThat(Deeds.in(Locale.ENGLISH).told("get_order")).isEqualTo("Look at an order");
    assertThat(Deeds.in(Locale.of("es")).told("get_order")).isEqualTo("Ver un pedido");
    assertThat(Deeds.in(Locale.ENGLISH).told("gone_operation")).isEqualTo("gone_operation");
  }

  private static ResourceBundle texts(Locale language) {
    return ResourceBundle.getBundle("org.cartwright.console.accesses.deeds", language);
  }

  private static Stream<String> names(RequestMappingInfo route, HandlerMethod method) {
    if (!method.getBeanType().getName().startsWith("org.cartwright.")) {
      return Stream.empty();
    }
    var told = method.getMethodAnnotation(Operation.class);
    return told != null && !told.operationId().isEmpty()
        ? Stream.of(told.operationId())
        : route.getMethodsCondition().getMethods().stream()
            .flatMap(verb -> route.getPatternValues().stream().map(path -> verb + " " + path));
  }

  @Test
  void whateverItCanBeAboutIsToldInWords() throws IOException {
    var kinds = new TreeSet<>(Set.of("line", "placed-order", "thing"));
    var stored = entities.unwrap(SessionFactoryImplementor.class).getMappingMetamodel();
    stored.forEachEntityDescriptor(
        entity -> {
          var parts = entity.getMappedClass().getAnnotationsByType(PartOf.class);
          if (parts.length == 0) {
            kinds.add(entity.getMappedTableDetails().getTableName().replace('_', '-'));
          }
          for (var part : parts) {
            kinds.add(part.kind().replace('_', '-'));
          }
        });
    routes.getHandlerMethods().keySet().stream()
        .flatMap(route -> route.getPatternValues().stream())
        .flatMap(path -> VARIABLE.matcher(path).results())
        .map(variable -> variable.group(1).replace('_', '-'))
        .filter(kind -> !kind.equals("order"))
        .forEach(kinds::add);
    try (var files = Files.walk(SOURCES)) {
      for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        var source = Files.readString(file);
        var trails =
            source.contains("Trail.changed(TABLE") || source.contains("Trail.changed(KIND");
        for (var pattern : List.of(TRAILED, SHOWN, trails ? NAMED : TRAILED)) {
          pattern.matcher(source).results().forEach(it -> kinds.add(it.group(1).replace('_', '-')));
        }
      }
    }

    assertThat(kinds).hasSizeGreaterThan(25).contains("api-key", "quick-note", "webhook-event");
    var words = ResourceBundle.getBundle("org.cartwright.console.accesses.texts", Locale.ROOT);
    assertThat(kinds)
        .allSatisfy(kind -> assertThat(words.containsKey("accesses.thing." + kind)).isTrue());
  }

  @Test
  void whatIsTypedMeansEverythingItIsFoundIn() {
    var spanish = Deeds.in(Locale.of("es"));

    assertThat(spanish.meant("DEVOLVER un"))
        .containsExactlyInAnyOrder(
            "refund_payment_billing_payment_refund_post",
            "POST /console/charges/{charge_id}/payments/{payment_id}/refund");
    assertThat(spanish.meant("message")).containsExactly("message");
    assertThat(spanish.meant("gone_operation")).containsExactly("gone_operation");
  }
}
