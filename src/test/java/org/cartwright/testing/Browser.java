package org.cartwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.print.PrintOptions;

/** A browser with one window, used the way a person would. */
public final class Browser {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long A_MOMENT = 10_000_000;
  private static final int TABLET = 1180;
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** Whether somebody wants to look at them. */
  private static final boolean KEEPS_SCREENSHOTS = Boolean.getBoolean("screenshots");

  private final ChromeDriver driver;
  private Screen screen;

  Browser(ChromeDriver driver, Screen screen, boolean runsScripts) {
    this.driver = driver;
    this.screen = screen;
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !runsScripts));
    isAsHighAs(screen.height());
  }

  /** The page that is open is looked at on another screen. */
  public void on(Screen other) {
    screen = other;
    isAsHighAs(screen.height());
  }

  private void isAsHighAs(int height) {
    measures(screen.width(), height, screen.isPhone() ? 2 : 1, screen.isPhone());
  }

  private void measures(int width, int height, int scale, boolean isMobile) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", isMobile));
  }

  public void open(String address) {
    driver.get(address);
  }

  /**
   * Has been given a cookie, by an address and for the paths below it, as if one had been there.
   */
  public void has(String cookie, String value, String address) {
    driver.executeCdpCommand(
        "Network.setCookie",
        Map.of(
            "name", cookie, "value", value, "url", address, "httpOnly", true, "sameSite", "Lax"));
  }

  /** Has the page ask what others did at once, and not within the seconds until it would. */
  public void asksForNews() {
    driver.executeScript(
        "document.querySelectorAll('[data-news]').forEach(it => window.htmx.trigger(it, 'news'))");
  }

  public void reload() {
    driver.navigate().refresh();
  }

  public void back() {
    driver.navigate().back();
  }

  public String address() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  public String title() {
    return Objects.requireNonNull(driver.getTitle());
  }

  /** All that can be read. */
  public String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  public String heading() {
    return driver.findElement(By.tagName("h1")).getText();
  }

  /** Fills in the field with this label. */
  public void fillIn(String label, String text) {
    var field = field(label);
    field.clear();
    field.sendKeys(text);
  }

  public WebElement field(String label) {
    var id =
        found("//label[starts-with(normalize-space(), '" + label + "')]")
            .filter(it -> it.getText().startsWith(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no field " + label + " in " + text()))
            .getDomAttribute("for");
    return driver.findElement(By.id(Objects.requireNonNull(id)));
  }

  private Stream<WebElement> found(String path) {
    return driver.findElements(By.xpath(path)).stream();
  }

  /** Presses the button, or follows the link, that says this, and waits for the next page. */
  public void press(String words) {
    leaveBy(() -> button(words).click());
  }

  /** Does what leads to another page, and waits until this one is gone. */
  public void leaveBy(Runnable step) {
    var page = driver.findElement(By.tagName("html"));
    step.run();
    var patience = System.nanoTime() + PATIENCE.toNanos();
    while (isThere(page)) {
      assertThat(System.nanoTime()).as("still at %s", address()).isLessThan(patience);
      LockSupport.parkNanos(A_MOMENT); // or asking would keep the browser from going on
    }
  }

  private static boolean isThere(WebElement element) {
    try {
      element.isEnabled();
      return true;
    } catch (StaleElementReferenceException gone) {
      return false;
    } catch (WebDriverException goingOrWrong) {
      // What the driver says while one page makes room for the next.
      if (String.valueOf(goingOrWrong.getMessage()).contains("does not belong to the document")) {
        return false;
      }
      throw goingOrWrong;
    }
  }

  public WebElement button(String words) {
    return found("//*[self::button or self::a][normalize-space() = '" + words + "']")
        .filter(it -> it.getText().equals(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing says " + words + " in " + text()));
  }

  /**
   * The text of what is first of a selector, empty where nothing is: asked in one step, so that a
   * page that puts something else in its place is in nobody's way.
   */
  public String textOf(String selector) {
    var text =
        driver.executeScript(
            "return document.querySelector(arguments[0])?.innerText ?? ''", selector);
    return String.valueOf(text).strip();
  }

  public List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** What has the keyboard's attention. */
  public WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** From now on the room is dark, or light. */
  public Browser inTheDark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    return this;
  }

  /** From now on nobody is reached, though the browser believes to have a connection; or again. */
  public void reachesNobody(boolean isSo) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.setBlockedURLs", Map.of("urls", isSo ? List.of("*") : List.of()));
  }

  /** From now on there is no connection, and the browser knows it; or again. */
  public void isOffline(boolean isSo) {
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", isSo, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** Does something in a window of its own, which is closed then. */
  public void inAnotherWindow(Runnable work) {
    var here = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    try {
      work.run();
    } finally {
      driver.close();
      driver.switchTo().window(here);
    }
  }

  /** Whether the question stands there if the page is to be left, which only people can answer. */
  public boolean isAsked() {
    try {
      driver.switchTo().alert();
      return true;
    } catch (NoAlertPresentException none) {
      return false;
    }
  }

  /** Answers the question whether to leave. */
  public void answer(boolean leave) {
    var question = driver.switchTo().alert();
    if (leave) {
      question.accept();
    } else {
      question.dismiss();
    }
  }

  /** From now on the page is drawn as on paper, or on a screen. */
  public void onPaper(boolean isSo) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia", Map.of("media", isSo ? "print" : "screen"));
  }

  /** Makes sure nothing is wider than the screen. */
  public void needsNoScrollingSideways() {
    assertThat(size("width")).isLessThanOrEqualTo(screen.width());
  }

  /**
   * Makes sure that the page, of any screen's height, gets along with so many pixels from side to
   * side: it is not to be scrolled sideways but within a box of its own, nothing sticks out of what
   * it stands in or is cut off there, and no short word is torn but on a phone.
   */
  public void fitsInto(int... widths) {
    for (var width : widths) {
      measures(width, TABLET, 1, false);
      assertThat(driver.executeScript(Overhang.SCRIPT))
          .as("%s at %d pixels", address(), width)
          .isEqualTo(List.of());
    }
    isAsHighAs(screen.height());
  }

  /** What lies outside: first the page itself, then what has words and cannot hold them. */
  private static final class Overhang {
    static final String SCRIPT =
        """
        const page = document.documentElement;
        const found = page.scrollWidth > page.clientWidth ? ['the page: ' + page.scrollWidth] : [];
        const isApart = it => it && (/auto|scroll/.test(getComputedStyle(it).overflowX)
            || getComputedStyle(it).clipPath !== 'none' || isApart(it.parentElement));
        for (const it of document.querySelectorAll('body *:not(.hidden, .skip, option, optgroup, svg *)')) {
          if (it.closest('.hidden, .skip') || !it.checkVisibility() || isApart(it)) { continue; }
          const box = it.getBoundingClientRect();
          const style = getComputedStyle(it);
          if (box.width <= 1) { continue; }
          const sticksOut = box.left < -1 || box.right > page.clientWidth + 1;
          const isCutOff = /^(BUTTON|A|TH|TD|LI|P|H1|H2|H3|DT|DD|LABEL|LEGEND|SPAN|SUMMARY|DIV)$/.test(it.tagName)
              && style.display !== 'inline' && it.scrollWidth > it.clientWidth + 1;
          if (sticksOut || isCutOff) { found.push((sticksOut ? 'out: ' : 'cut: ') + it.outerHTML.slice(0, 200)); }
        }
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const part = document.createRange();
        while (page.clientWidth > 600 && texts.nextNode()) {
          const text = texts.currentNode;
          if (!text.parentElement.checkVisibility() || text.parentElement.closest('.hidden, script, code')) { continue; }
          for (const word of text.data.matchAll(/(?<![^\\s])\\p{L}{2,12}(?![^\\s.,:;])/gu)) {
            part.setStart(text, word.index);
            part.setEnd(text, word.index + word[0].length);
            if (new Set([...part.getClientRects()].map(it => it.top)).size > 1) { found.push('torn: ' + word[0]); }
          }
        }
        return found;
        """;
  }

  private int size(String side) {
    var sizes = driver.executeCdpCommand("Page.getLayoutMetrics", Map.of());
    var content = (Map<?, ?>) Objects.requireNonNull(sizes.get("cssContentSize"));
    return ((Number) Objects.requireNonNull(content.get(side))).intValue();
  }

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /**
   * Makes sure that people who do not see, or see otherwise, get along (WCAG 2.2 AA and more). From
   * the top of the page: what happens to lie half below a bar that stays would count as too small.
   */
  public void isAccessible() {
    // Without axe's own builder, which hands all of axe over again, and all that is well back.
    if (Boolean.FALSE.equals(driver.executeScript("return 'axe' in window"))) {
      driver.executeScript(Axe.SCRIPT);
    }
    var violations =
        driver.executeAsyncScript(
            """
            const [runOnly, done] = arguments;
            scrollTo({ top: 0, behavior: 'instant' });
            axe.run({ runOnly, resultTypes: ['violations'], reporter: 'no-passes' }).then(
              it => done(it.violations.map(rule => rule.id + ': ' + rule.nodes.map(node => node.html))),
              wrong => done([String(wrong)]));
            """,
            Map.of("type", "tag", "values", RULES));
    assertThat(violations).as(address()).isEqualTo(List.of());
  }

  /** The one that comes with the library for Selenium. */
  private static final class Axe {
    static final String SCRIPT = read();

    private static String read() {
      try (var script = Browser.class.getResourceAsStream("/axe.min.js")) {
        return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * How an address that the page leads to is answered, without leaving the page: status and type.
   */
  public String answers(String address) {
    return String.valueOf(
        driver.executeAsyncScript(
            """
            const [address, done] = arguments;
            fetch(address).then(
              it => done(it.status + ' ' + it.headers.get('Content-Type')),
              wrong => done(String(wrong)));
            """,
            address));
  }

  /**
   * Makes sure the browser had nothing to complain about: blocked styles, missing pictures … That a
   * page which is left breaks off what it was just asking, as htmx says twice, is no complaint.
   */
  public void complainsOfNothing() {
    var complaints =
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .map(entry -> entry.getMessage())
            .collect(Collectors.toCollection(ArrayList::new));
    for (int i = complaints.size() - 1; i > 0; i--) {
      if (complaints.get(i).contains("\"htmx:sendAbort,")
          && complaints.get(i - 1).contains("\"htmx:afterRequest,")) {
        complaints.subList(i - 1, i + 1).clear();
        i--;
      }
    }
    assertThat(complaints).isEmpty();
  }

  /** Keeps a picture of the whole page in {@code target/screenshots}, with -Dscreenshots=true. */
  public void photograph(String name) {
    if (!KEEPS_SCREENSHOTS) {
      return;
    }
    isAsHighAs(Math.max(screen.height(), size("height")));
    var answer = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"));
    isAsHighAs(screen.height());
    keep(name + ".png", (String) Objects.requireNonNull(answer.get("data")));
  }

  /** Keeps the page on paper there too. */
  public void keepOnPaper(String name) {
    if (KEEPS_SCREENSHOTS) {
      keep(name + ".pdf", driver.print(new PrintOptions()).getContent());
    }
  }

  /** The page on paper. */
  public byte[] print() {
    return Base64.getDecoder().decode(driver.print(new PrintOptions()).getContent());
  }

  private static void keep(String file, String base64) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(file), Base64.getDecoder().decode(base64));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
