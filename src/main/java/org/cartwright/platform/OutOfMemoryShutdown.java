package org.cartwright.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends the process when memory has run out, so that whoever looks after it starts a fresh one
 * instead of keeping one in which any thread may have died. The JVM does so by itself with {@code
 * -XX:+ExitOnOutOfMemoryError}, which a plain {@code java -jar} has not.
 *
 * <p>An error that nobody caught reaches the handler of uncaught ones, on virtual threads too. The
 * web container, Spring and the tasks catch whatever there is; they all tell the log, so it is met
 * there, whatever its level.
 */
class OutOfMemoryShutdown implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** What the JVM itself ends with. */
  private static final int STATUS = 3;

  private static final int DEEPEST_CAUSE = 30;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, uncaught) -> {
          endIfCausing(uncaught);
          if (before == null) {
            LoggerFactory.getLogger(OutOfMemoryShutdown.class)
                .error("Thread {} has ended", thread.getName(), uncaught);
          } else {
            before.uncaughtException(thread, uncaught);
          }
        });
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback
        && logback.getTurboFilterList().stream().noneMatch(InTheLog.class::isInstance)) {
      logback.addTurboFilter(new InTheLog());
    }
  }

  private static void endIfCausing(@Nullable Throwable thrown) {
    var cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof OutOfMemoryError) {
        end();
      }
      cause = cause.getCause();
    }
  }

  private static void end() {
    try {
      System.err.println("Out of memory: the process ends.");
    } finally {
      Runtime.getRuntime().halt(STATUS); // shutdown hooks may find no memory either
    }
  }

  private static final class InTheLog extends TurboFilter {

    @Override
    public FilterReply decide(
        @Nullable Marker marker,
        Logger logger,
        Level level,
        @Nullable String format,
        Object @Nullable [] parameters,
        @Nullable Throwable thrown) {
      endIfCausing(thrown);
      if (parameters != null
          && parameters.length > 0
          && parameters[parameters.length - 1] instanceof Throwable last) {
        endIfCausing(last);
      }
      return FilterReply.NEUTRAL;
    }
  }
}
