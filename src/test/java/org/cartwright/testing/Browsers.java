package org.cartwright.testing;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;

/** Opens browsers for a test, each apart from the others and knowing nothing. */
public final class Browsers {

  private final List<ChromeDriver> opened = new ArrayList<>();
  private final List<ChromeDriver> toQuit = new ArrayList<>();

  private Browsers() {}

  /** A browser in which nothing is ever run, as the pages have to do without. */
  public Browser open(Screen screen) {
    return open(screen, false);
  }

  /** A browser that runs scripts, for tools that look into the page. */
  public Browser openWithScripts(Screen screen) {
    return open(screen, true);
  }

  /**
   * A browser that runs scripts, and leaves the question whether to leave a page to be answered.
   */
  public Browser openAsking(Screen screen) {
    var driver = BrowserPool.shared().startAsking();
    toQuit.add(driver);
    return new Browser(driver, screen, true);
  }

  private Browser open(Screen screen, boolean runsScripts) {
    var driver = BrowserPool.shared().take();
    opened.add(driver);
    return new Browser(driver, screen, runsScripts);
  }

  /** Closes all that are open: the next one knows nothing of what they have seen. */
  public void closeAll() {
    opened.forEach(BrowserPool.shared()::giveBack);
    opened.clear();
    toQuit.forEach(ChromeDriver::quit);
    toQuit.clear();
  }

  /** What {@link InABrowser} does. */
  static final class ForTests implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace HERE =
        ExtensionContext.Namespace.create(Browsers.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return BrowserPool.isPossible()
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
    public void afterEach(ExtensionContext context) {
      var browsers = context.getStore(HERE).get(Browsers.class, Browsers.class);
      if (browsers != null) {
        browsers.closeAll();
      }
    }
  }
}
