package org.cartwright.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A process to run out of memory: a small service on virtual threads, started as the large one is,
 * that answers whatever happens.
 */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
class RunsOutOfMemory {

  private static final String REQUEST = "request";
  private static final String VIRTUAL_THREAD = "virtual thread";

  /** Where it may happen. */
  static final List<String> PLACES =
      List.of(REQUEST, VIRTUAL_THREAD, "errand that only tells the log");

  public static void main(String[] arguments) throws Exception {
    var where = arguments[0];
    var application = new SpringApplication(RunsOutOfMemory.class, Controller.class);
    if (!where.equals(REQUEST)) {
      application.setWebApplicationType(WebApplicationType.NONE);
    }
    application.setDefaultProperties(
        Map.of("spring.datasource.url", "none", "spring.threads.virtual.enabled", true));
    var environment = application.run("--server.port=0").getEnvironment();
    switch (where) {
      case REQUEST -> {
        var port = environment.getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build();
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      }
      case VIRTUAL_THREAD -> Thread.startVirtualThread(RunsOutOfMemory::takeEverything).join();
      default -> {
        try {
          takeEverything();
        } catch (Throwable swallowed) {
          LoggerFactory.getLogger(RunsOutOfMemory.class).debug("An errand failed", swallowed);
        }
      }
    }
    System.out.println("still alive");
    System.exit(0);
  }

  private static void takeEverything() {
    List<byte[]> taken = new ArrayList<>();
    while (taken.stream().mapToLong(part -> part.length).sum() >= 0) {
      taken.add(new byte[1_000_000]);
    }
  }

  @TestComponent
  @RestController
  static class Controller {

    @GetMapping("/")
    String all() {
      takeEverything();
      return "";
    }

    @ExceptionHandler
    String answered(Exception anything) {
      LoggerFactory.getLogger(RunsOutOfMemory.class).error("Unexpected failure", anything);
      return "answered";
    }
  }
}
