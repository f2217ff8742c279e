package org.cartwright.quotes.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cartwright.quotes.delivery.LinkVisit.Challenge;
import org.cartwright.testing.Browser;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How the pages look: to eyes, to those who have none for them, and on paper. */
@CartwrightTest
@InABrowser
class PatientPageLooksTests {

  @Autowired private Clinics clinics;
  private SentQuote offers;

  @BeforeEach
  void quotesAreSent() {
    offers = new SentQuote(clinics);
  }

  @Test
  void everyPageIsAccessibleOnEveryScreenInLightAndDark(Browsers browsers) {
    var clinic = clinics.open();
    var browser = browsers.openWithScripts(Screen.DESKTOP);
    var base = clinics.nobody().base();
    var offer = offers.to(clinic);
    var replaced = offers.to(clinic);
    replaced.replace();

    look(browser, base + offer.path());
    look(browser, base + offer.path() + "?again=wrong");
    look(browser, base + offers.to(clinic, Challenge.PHONE_ENDING).path() + "?again=impossible");
    look(browser, base + replaced.path());
    look(browser, base + "/q/" + clinic.id() + "/" + "x".repeat(43));
    look(browser, base + "/q/%00");
    comeIn(browser, base + offer.path());
    look(browser, base + offer.path());
    browser.press("Decline");
    look(browser, base + offer.path());
    var accepted = offers.to(clinic, Challenge.NONE);
    browser.open(base + accepted.path());
    browser.press("Accept this quote");
    look(browser, base + accepted.path());

    var spanish = offers.to(clinics.open("America/Mexico_City", "MXN", "es-MX"));
    look(browser, base + spanish.path());
    browser.fillIn("Día", "3");
    browser.fillIn("Mes", "julio");
    browser.fillIn("Año", "1980");
    browser.photograph("spanish-question");
    browser.press("Ver mi presupuesto");
    look(browser, base + spanish.path());
    browser.photograph("spanish-quote");
    browser.on(Screen.PHONE);
    browser.inTheDark(true).photograph("spanish-quote-dark-PHONE");
  }

  private static void look(Browser browser, String address) {
    browser.open(address);
    for (var screen : Screen.values()) {
      browser.on(screen);
      browser.needsNoScrollingSideways();
      // Each size and each theme is judged once.
      browser.inTheDark(screen == Screen.DESKTOP).isAccessible();
      browser.inTheDark(false);
    }
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void whateverIsInAQuoteFitsOnThePage(Screen screen, Browsers browsers) {
    var clinic = withALogo(clinics.open("Europe/Berlin", "EUR", "de-DE"));
    var lines =
        List.of(
            line("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenreinigung".repeat(3)),
            line("طقم العناية بالبشرة"),
            line("<b>bold</b> & \"quoted\""),
            new SentQuote.Line(
                "Everything there is",
                "All of it, and then some.\nTwice.",
                10_000_000_000L,
                new BigDecimal("99999.9999"),
                new BigDecimal("12.3456")));
    var offer =
        offers.to(
            clinic,
            new SentQuote.Wanted(
                "عبد الرحمن بن محمد " + "Wolfeschlegelsteinhausenbergerdorff".repeat(4),
                "הצעה עבור Jane",
                "One.\n\nTwo.",
                "Terms ".repeat(400),
                lines,
                Challenge.NONE,
                SentQuote.anything().validUntil()));
    var browser = browsers.openWithScripts(screen);

    browser.open(clinics.nobody().base() + offer.path());

    browser.photograph("odd-" + screen);
    browser.needsNoScrollingSideways();
    browser.inTheDark(true).photograph("odd-dark-" + screen);
    browser.isAccessible();
    browser.complainsOfNothing();
    browser.keepOnPaper("odd-" + screen);
  }

  @Test
  void fiveHundredLinesArePrintedUnderTheirHeadings(Browsers browsers) throws IOException {
    var any = SentQuote.anything();
    var lines =
        IntStream.rangeClosed(1, 500)
            .mapToObj(n -> line(n == 500 ? "Treatment 500" : "Treatment"))
            .toList();
    var offer =
        offers.to(
            clinics.open(),
            new SentQuote.Wanted(
                any.patient(), null, null, any.terms(), lines, Challenge.NONE, any.validUntil()));
    var browser = browsers.open(Screen.DESKTOP);

    browser.open(clinics.nobody().base() + offer.path());

    assertThat(browser.all("tbody tr")).hasSize(500);
    try (var paper = Loader.loadPDF(browser.print())) {
      assertThat(paper.getNumberOfPages()).isGreaterThan(5);
      var stripper = new PDFTextStripper();
      stripper.setStartPage(3);
      stripper.setEndPage(3);
      assertThat(stripper.getText(paper)).contains("Service or product");
      assertThat(new PDFTextStripper().getText(paper))
          .contains("Treatment 500", "Total", "Prices include aftercare.")
          .doesNotContain("Accept this quote", "Decline", "A message to the clinic");
    }
  }

  @Test
  void theBrowserHasNothingToComplainAbout(Browsers browsers) {
    var clinic = withALogo(clinics.open());
    var offer = offers.to(clinic);
    var browser = browsers.openWithScripts(Screen.DESKTOP);
    var base = clinics.nobody().base();

    browser.open(base + offer.path());
    comeIn(browser, base + offer.path());
    browser.press("Accept this quote");

    browser.complainsOfNothing();
    assertThat(browser.all("img.logo")).hasSize(1);
    assertThat(browser.all("img.logo").getFirst().getSize().getWidth()).isPositive();
  }

  private static void comeIn(Browser browser, String address) {
    browser.open(address);
    browser.fillIn("Day", "3");
    browser.fillIn("Month", "7");
    browser.fillIn("Year", "1980");
    browser.press("Show my quote");
  }

  private static SentQuote.Line line(String name) {
    return new SentQuote.Line(name, 12_345);
  }

  private Clinic withALogo(Clinic clinic) {
    clinics
        .operator()
        .with("Content-Type", "image/png")
        .send(
            "PUT",
            "/platform/tenants/" + clinic.id() + "/logo",
            BodyPublishers.ofByteArray(picture()))
        .ok();
    return clinic;
  }

  private static byte[] picture() {
    var image = new BufferedImage(400, 120, BufferedImage.TYPE_INT_ARGB);
    var pen = image.createGraphics();
    pen.setColor(new Color(0x224466));
    pen.fillOval(10, 10, 100, 100);
    pen.fillRoundRect(130, 40, 250, 40, 20, 20);
    pen.dispose();
    var file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
