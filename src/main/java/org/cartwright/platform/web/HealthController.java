package org.cartwright.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells on the service's own port whether it lives and is ready. Whatever else there is to know of
 * it is told on the management port.
 */
@Hidden
@RestController
class HealthController {

  private static final String PATH = "/actuator/health";

  private final HealthEndpointWebExtension health;

  HealthController(HealthEndpointWebExtension health) {
    this.health = health;
  }

  @GetMapping(PATH)
  ResponseEntity<?> all() {
    return told();
  }

  @GetMapping(PATH + "/liveness")
  ResponseEntity<?> liveness() {
    return told("liveness");
  }

  @GetMapping(PATH + "/readiness")
  ResponseEntity<?> readiness() {
    return told("readiness");
  }

  private ResponseEntity<?> told(String... path) {
    var answer =
        health.health(
            ApiVersion.LATEST, WebServerNamespace.SERVER, SecurityContext.NONE, false, path);
    HealthDescriptor body = answer.getBody();
    return body == null
        ? ResponseEntity.notFound().build()
        : ResponseEntity.status(answer.getStatus())
            .body(Map.of("status", body.getStatus().getCode()));
  }
}
