package org.cartwright.charges.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.line;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.LineBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Receipts are printed, and their text is read back. */
@CartwrightTest
class PrintedReceiptTests {

  @Autowired private Clinics clinics;

  @Test
  void aReceiptSaysWhoPaidWhatForWhatAndWhatWasGivenBack() {
    var clinic = clinics.open("America/New_York");
    clinic.tax("Sales tax", "10");
    var desk = PaymentDesk.of(clinic);
    var charge = desk.charge(150_000);
    var payment = desk.pay(charge, 100_000, "CHECK").ok().at("/id");
    desk.refund(payment, 1234).ok();

    var paper = read(desk, payment);

    assertThat(paper.pages()).isEqualTo(1);
    assertThat(paper.text())
        .contains("Clinic " + clinic.id(), "Jane Doe", payment, "Serum", "Check")
        .contains("$1,500.00", "Sales tax 10 %", "$150.00", "$1,650.00", "$1,000.00", "-$12.34")
        .contains("Outstanding", "$662.34");
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, USD, 612, '[A-Z][a-z]+ [0-9]+, 20[0-9]{2}, [0-9]+:[0-9]{2} [AP]M'",
    "de-DE, EUR, 595, '[0-9]+[.] \\p{L}+ 20[0-9]{2}, [0-9]{2}:[0-9]{2}'",
    "ja-JP, JPY, 595, '20[0-9]{2}年[0-9]+月[0-9]+日 [0-9]+:[0-9]{2}'",
    "he-IL, ILS, 595, '20[0-9]{2}, [0-9]+:[0-9]{2}'",
    "es-MX, MXN, 612, '[0-9]+ de [a-z]+ de 20[0-9]{2}, [0-9]+:[0-9]{2} [ap].m.'"
  })
  void aReceiptIsOnThePaperAndWithTheDatesOfTheClinicsLocale(
      String locale, String currency, int width, String date) {
    var desk = PaymentDesk.of(clinics.open("UTC", currency, locale));

    var paper = read(desk, desk.pay(desk.charge(500), 500).ok().at("/id"));

    assertThat(paper.width()).isEqualTo(width);
    assertThat(paper.text()).containsPattern(date).doesNotContain("\uFFFD");
  }

  @Test
  void quantitiesAndRatesAreWrittenAsTheAmountsBesideThem() {
    var clinic = clinics.open("UTC", "EUR", "de-DE");
    clinic.tax("Steuer", "8.25");
    var desk = PaymentDesk.of(clinic);
    var cart = clinic.cart(desk.patient(), line(clinic.item("Serum", 100)).quantity(1500));
    var charge = desk.convert(cart.at("/id")).ok().at("/id");

    var paper = read(desk, desk.pay(charge, 1).ok().at("/id"));

    assertThat(paper.text()).contains("Serum 1.500 1,00", "Steuer 8,25 % 123,75", "1.623,75");
  }

  @ParameterizedTest
  @CsvSource({
    "bn-BD, BDT, 'BDT 1,500.00', 'Serum 1,500 BDT 1.00', 'VAT 8.25 % BDT 123.75', 'BDT 1,623.75'",
    "my-MM, MMK, 'MMK 1,500.00', 'Serum 1,500 MMK 1.00', 'VAT 8.25 % MMK 123.75', 'MMK 1,623.75'",
    "km-KH, KHR, 'KHR 1,500.00', 'Serum 1,500 KHR 1.00', 'VAT 8.25 % KHR 123.75', 'KHR 1,623.75'"
  })
  void figuresForWhichThereIsNoFontArePrintedInEnglish(
      String locale, String currency, String net, String line, String tax, String total) {
    var clinic = clinics.open("UTC", currency, locale);
    clinic.tax("VAT", "8.25");
    var desk = PaymentDesk.of(clinic);
    var cart = clinic.cart(desk.patient(), line(clinic.item("Serum", 100)).quantity(1500));
    var charge = desk.convert(cart.at("/id")).ok().at("/id");

    var paper = read(desk, desk.pay(charge, 1).ok().at("/id"));

    assertThat(paper.text().replace('\u00a0', ' '))
        .contains(net, line, tax, total)
        .doesNotContain("\uFFFD");
  }

  @Test
  void tenLinesFitOnOnePage() {
    var clinic = clinics.open();
    var desk = PaymentDesk.of(clinic);
    var lines =
        IntStream.rangeClosed(1, 10)
            .mapToObj(n -> line(clinic.item("Treatment " + n, 100)))
            .toArray(LineBody[]::new);
    var charge = desk.convert(clinic.cart(desk.patient(), lines).at("/id")).ok().at("/id");

    var paper = read(desk, desk.pay(charge, 1000).ok().at("/id"));

    assertThat(paper.pages()).isEqualTo(1);
    assertThat(paper.text()).contains("Treatment 1", "Treatment 10");
  }

  @Test
  void namesOfAllScriptsArePrinted() {
    var clinic = clinics.open();
    var patient = clinic.patient(aPatient("Ольга", "王伟"));
    var desk = new PaymentDesk(clinic, clinic.api(), patient, clinic.provider());

    var paper = read(desk, desk.pay(desk.charge(500), 500).ok().at("/id"));

    assertThat(paper.text()).contains("Ольга", "王伟");
  }

  @Test
  void theClinicsLogoIsPrintedAndWhatIsNoPictureIsRefused() {
    var clinic = clinics.open();
    var desk = PaymentDesk.of(clinic);
    var payment = desk.pay(desk.charge(500), 500).ok().at("/id");
    var plain = read(desk, payment);
    var logo = "/platform/tenants/" + clinic.id() + "/logo";
    var operator = clinics.operator().with("Content-Type", "image/png");

    operator.send("PUT", logo, BodyPublishers.ofString("no picture")).refused(422);
    assertThat(read(desk, payment).pictures()).isZero();
    operator.send("PUT", logo, BodyPublishers.ofByteArray(picture())).ok();

    assertThat(plain.pictures()).isZero();
    assertThat(read(desk, payment).pictures()).isEqualTo(1);
    clinic
        .api()
        .with("Content-Type", "image/png")
        .send("PUT", logo, BodyPublishers.noBody())
        .refused(401);
    operator.send("PUT", "/platform/tenants/nobody/logo", BodyPublishers.noBody()).refused(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/pdf", "image/png"})
  void aReceiptIsAFileOfItsNameWhateverIsAccepted(String accepted) {
    var desk = PaymentDesk.of(clinics.open());
    var payment = desk.pay(desk.charge(500), 500).ok().at("/id");
    var api = desk.api().with("Accept", accepted);

    var file = api.file("/billing/payment/%s/receipt.pdf".formatted(payment));

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"receipt-%s.pdf\"".formatted(payment));
    api.get("/billing/payment/nobody/receipt.pdf").refused(404);
  }

  @Test
  void anotherClinicsReceiptIsAMissingOne() {
    var desk = PaymentDesk.of(clinics.open());
    var payment = desk.pay(desk.charge(500), 500).ok().at("/id");
    var other = clinics.open().api();

    assertThat(other.get("/billing/payment/%s/receipt.pdf".formatted(payment)).refused(404).text())
        .isEqualTo(other.get("/billing/payment/nobody/receipt.pdf").refused(404).text());
  }

  private record Paper(String text, int pages, int pictures, int width) {}

  private static Paper read(PaymentDesk desk, String payment) {
    var answer = desk.api().file("/billing/payment/%s/receipt.pdf".formatted(payment));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
    try (var document = Loader.loadPDF(answer.body())) {
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      var resources = document.getPage(0).getResources();
      int pictures = 0;
      for (var name : resources.getXObjectNames()) {
        pictures += resources.isImageXObject(name) ? 1 : 0;
      }
      return new Paper(
          stripper.getText(document),
          document.getNumberOfPages(),
          pictures,
          (int) document.getPage(0).getMediaBox().getWidth());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] picture() {
    var file = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
