package org.cartwright.platform.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where the metrics are. */
@Component
class ManagementPortLog {

  private static final Logger LOG = LoggerFactory.getLogger(ManagementPortLog.class);

  private final String address;

  ManagementPortLog(@Value("${management.server.address}") String address) {
    this.address = address;
  }

  @EventListener
  void opened(WebServerInitializedEvent event) {
    if ("management".equals(event.getApplicationContext().getServerNamespace())) {
      LOG.info(
          "Metrics are at http://{}:{}/actuator/prometheus",
          address,
          event.getWebServer().getPort());
    }
  }
}
