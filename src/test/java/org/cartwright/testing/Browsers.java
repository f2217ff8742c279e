package org.cartwright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.http.ClientConfig;

/** Opens browsers for a test, each new and knowing nothing, and closes them after it. */
public final class Browsers {

  private static final Optional<Path> CHROMIUM =
      installed("CHROMIUM", "chromium", "chromium-browser", "google-chrome");
  private static final Optional<Path> DRIVER = installed("CHROMEDRIVER", "chromedriver");

  private final List<Browser> open = new ArrayList<>();
  private final List<Path> profiles = new ArrayList<>();

  private Browsers() {}

  /** A browser in which nothing is ever run, as the pages have to do without. */
  public Browser open(Screen screen) {
    return open(screen, false);
  }

  /** A browser that runs scripts, for tools that look into the page. */
  public Browser openWithScripts(Screen screen) {
    return open(screen, true);
  }

  private Browser open(Screen screen, boolean scripts) {
    var profile = newProfile();
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM.orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--window-size=1280,900",
        "--user-data-dir=" + profile);
    if (!scripts) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    // Named outright, so that nobody goes looking for one on the network.
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.orElseThrow().toFile())
            .usingAnyFreePort()
            .withTimeout(Duration.ofSeconds(60))
            .build();
    var patience = ClientConfig.defaultConfig().readTimeout(Duration.ofSeconds(90));
    var browser = new Browser(new ChromeDriver(service, options, patience), screen);
    open.add(browser);
    return browser;
  }

  private Path newProfile() {
    try {
      var profile = Files.createTempDirectory("browser");
      profiles.add(profile);
      return profile;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void closeAll() throws IOException {
    open.forEach(Browser::close);
    for (var profile : profiles) {
      delete(profile);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException failure) {
            // The browser may still be writing its last file: the folder is a temporary one anyway.
            visited.toFile().delete();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Where a program is: as the environment says, else the first of these on the path. */
  private static Optional<Path> installed(String variable, String... names) {
    var said = System.getenv(variable);
    if (said != null && !said.isBlank()) {
      return Optional.of(Path.of(said)).filter(Files::isExecutable);
    }
    var folders = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin").split(":", -1);
    return Arrays.stream(names)
        .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What {@link InABrowser} does. */
  static final class ForTests implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace HERE =
        ExtensionContext.Namespace.create(Browsers.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return CHROMIUM.isPresent() && DRIVER.isPresent()
          ? ConditionEvaluationResult.enabled("Chromium and its driver are here")
          : ConditionEvaluationResult.disabled(
              "SKIPPED: no browser here. Install chromium and chromium-driver, or name them in CHROMIUM and CHROMEDRIVER.");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      var browsers = new Browsers();
      context.getStore(HERE).put(Browsers.class, browsers);
      return browsers;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
      var browsers = context.getStore(HERE).get(Browsers.class, Browsers.class);
      if (browsers != null) {
        browsers.closeAll();
      }
    }
  }
}
