package org.cartwright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.remote.http.ClientConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * Browsers that run, for all tests of this JVM one after another: a start takes longer than most
 * tests. Between two tests a browser forgets whatever it has seen.
 */
final class BrowserPool {

  private static final Optional<Path> CHROMIUM =
      installed(
          "CHROMIUM",
          "chromium-headless-shell",
          "chrome-headless-shell",
          "chromium",
          "chromium-browser",
          "google-chrome");
  private static final Optional<Path> DRIVER = installed("CHROMEDRIVER", "chromedriver");

  private final Deque<ChromeDriver> idle = new ArrayDeque<>();

  /** Drivers and browsers, running or ended. */
  private final Set<ProcessHandle> processes = new HashSet<>();

  /** Where they keep what they need while they run. */
  private final Path folder = folder();

  private BrowserPool() {
    // When everything is over: to JUnit each class may be all there is.
    SpringApplication.getShutdownHandlers().add(this::close);
  }

  /** The one of this JVM. */
  static BrowserPool shared() {
    return Shared.INSTANCE;
  }

  private static final class Shared {
    static final BrowserPool INSTANCE = new BrowserPool();
  }

  /** Whether there is a browser here, and its driver. */
  static boolean isPossible() {
    return CHROMIUM.isPresent() && DRIVER.isPresent();
  }

  /** A browser that knows nothing, with one empty window. */
  ChromeDriver take() {
    var forgetful = idle.poll();
    return forgetful == null ? start(none -> {}) : forgetful;
  }

  /** Makes a browser forget what it has seen, for the next who takes one. */
  void giveBack(ChromeDriver driver) {
    forget(driver);
    idle.add(driver);
  }

  private static void forget(ChromeDriver driver) {
    var seen = driver.getWindowHandles();
    driver.switchTo().newWindow(WindowType.TAB);
    var empty = driver.getWindowHandle();
    for (var window : seen) {
      driver.switchTo().window(window).close();
    }
    driver.switchTo().window(empty);
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    driver.executeCdpCommand(
        "Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "all"));
    driver.manage().logs().get(LogType.BROWSER); // what has been read is not told again
  }

  /**
   * One that leaves the question whether to leave a page to the test; it is quit, not given back.
   */
  ChromeDriver startAsking() {
    return start(
        options -> {
          // Others answer it by themselves: only of this kind may it stay.
          options.enableBiDi();
          options.setCapability(
              "unhandledPromptBehavior", Map.of("beforeUnload", "ignore", "default", "ignore"));
        });
  }

  /**
   * Selenium has a hook of its own that ends the drivers when the JVM ends: browsers that are to be
   * ended through them would be left behind, and so would their folders.
   */
  private void close() {
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ChromeDriver start(Consumer<ChromeOptions> more) {
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM.orElseThrow().toFile());
    options.addArguments(
        // The shell knows no other; a whole browser takes it for its new one.
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--window-size=1280,900");
    more.accept(options);
    // Named outright, so that nobody goes looking for one on the network.
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.orElseThrow().toFile())
            .usingAnyFreePort()
            .withEnvironment(Map.of("TMPDIR", folder.toString()))
            .withTimeout(Duration.ofSeconds(60))
            .build();
    var patience = ClientConfig.defaultConfig().readTimeout(Duration.ofSeconds(90));
    var others = ProcessHandle.current().descendants().collect(Collectors.toSet());
    try {
      return new ChromeDriver(service, options, patience);
    } finally {
      ProcessHandle.current()
          .descendants()
          .filter(it -> !others.contains(it))
          .forEach(processes::add);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("cartwright-browsers");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
