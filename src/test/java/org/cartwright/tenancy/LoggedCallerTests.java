package org.cartwright.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** What is logged says for whom it was done. */
class LoggedCallerTests {

  @Test
  void isThereForAsLongAsItTakesAndForWhomItIs() throws Exception {
    Caller.withKey("glow", "k1")
        .call(
            () -> {
              assertThat(told()).isEqualTo("glow k1");
              CurrentTenant.within("shine", () -> assertThat(told()).isEqualTo("shine k1"));
              Caller.OPERATOR.run(() -> assertThat(told()).isEqualTo("null null"));
              assertThat(told()).isEqualTo("glow k1");
              return true;
            });
    assertThat(told()).isEqualTo("null null");
  }

  @Test
  void isInLinesOfJsonWhereThoseAreAskedFor() throws Exception {
    var context = new LoggerContext();
    context.putObject(Environment.class.getName(), new MockEnvironment());
    var encoder = new StructuredLogEncoder();
    encoder.setContext(context);
    encoder.setFormat("ecs");
    encoder.start();
    var line =
        Caller.withKey("glow", "k1")
            .call(
                () -> {
                  try (var ignored = MDC.putCloseable("request", "req_1")) {
                    var event =
                        new LoggingEvent(
                            "test", context.getLogger("x"), Level.INFO, "done", null, null);
                    event.setMDCPropertyMap(MDC.getCopyOfContextMap());
                    return encoder.encode(event);
                  }
                });

    var json = JsonMapper.shared().readTree(new String(line, StandardCharsets.UTF_8));
    assertThat(json.get("message").asString()).isEqualTo("done");
    assertThat(json.get("request").asString()).isEqualTo("req_1");
    assertThat(json.get("tenant").asString()).isEqualTo("glow");
    assertThat(json.get("key").asString()).isEqualTo("k1");
  }

  private static String told() {
    return MDC.get("tenant") + " " + MDC.get("key");
  }
}
