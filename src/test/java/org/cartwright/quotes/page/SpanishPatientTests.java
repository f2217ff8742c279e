package org.cartwright.quotes.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.io.IOException;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.charges.receipts.ReceiptMail;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A patient who is written to in Spanish, at a clinic in New York that works in English. */
@CartwrightTest
class SpanishPatientTests {

  private static final String EMAIL = "luz@mail.example";

  @Autowired private Clinics clinics;
  @Autowired private ReceiptMail receipts;

  private Clinic clinic;
  private QuoteDesk desk;
  private String luz;
  private Answer quote;

  @BeforeEach
  void aQuoteIsMadeForHer() {
    clinic = clinics.open("America/New_York");
    clinic.tax("Sales tax", "10");
    desk = QuoteDesk.of(clinic);
    luz = clinic.patient(aPatient("Luz", "Vega").email(EMAIL).born("1980-07-03"));
    speak("es-MX");
    var cart = clinic.cart(luz, line(clinic.item("Serum", 112_500)).quantity("2.5"));
    quote = desk.quote(cart, aQuote().validUntil("2099-07-03")).ok();
  }

  private void speak(String language) {
    clinic
        .api()
        .put("/user/patient/%s/language".formatted(luz), body().with("language", language))
        .ok();
  }

  private SentQuote.Offer sent() {
    return new SentQuote(clinics).sent(desk, quote, EMAIL);
  }

  /** The newest mail to her, once there are so many. */
  private JsonNode mail(int count) {
    var inbox = "/dev/inbox?tenant=%s&to=%s".formatted(clinic.id(), EMAIL);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> clinics.nobody().get(inbox).ok().json().size() == count);
    return clinics.nobody().get(inbox).ok().json().get(0);
  }

  private static String printed(Api api, String path) throws IOException {
    var file = api.file(path);
    assertThat(file.statusCode()).isEqualTo(200);
    try (var pdf = Loader.loadPDF(file.body())) {
      return pdf.getDocumentCatalog().getLanguage() + "\n" + new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void fromTheMailToTheReceiptAllIsInSpanishWhileTheDeskWorksInEnglish() throws Exception {
    var offer = sent();
    var clinicName = "Clinic " + clinic.id();
    var mail = mail(1);
    assertThat(mail.get("subject").asString()).isEqualTo("Su presupuesto de " + clinicName);
    assertThat(mail.get("text").asString())
        .isEqualTo(
            """
            Hola, Luz:

            %1$s le ha preparado un presupuesto.

            %2$s

            Es válido hasta el 3 de julio de 2099, 11:59 p.m., hora de la clínica.

            %1$s"""
                .formatted(clinicName, clinics.nobody().base() + offer.path()));
    var visitor = new Visitor(clinics.nobody());

    assertThat(visitor.get(offer.path()).ok().text())
        .contains("<html lang=\"es\">", "Su fecha de nacimiento", "Por ejemplo, 31 3 1980")
        .contains("maxlength=\"10\"", "Ver mi presupuesto", "¿Preguntas? Llame al");
    var wrong = visitor.confirm(offer.path(), "1980", "agosto", "3").headers();
    assertThat(wrong.firstValue("Location")).hasValue(offer.path() + "?again=wrong");
    assertThat(visitor.get(offer.path() + "?again=wrong").ok().text())
        .contains("Inténtelo de nuevo – ", "No coincide con nuestros datos. Quedan 4 intentos.");
    assertThat(visitor.confirm(offer.path(), "1980", "Julio", "3").status()).isEqualTo(303);
    var page = visitor.get(offer.path()).ok();
    assertThat(page.text())
        .contains("Presupuesto para Luz Vega", "Para <bdi>Luz Vega</bdi>", "Servicio o producto")
        .contains(
            "válido hasta el <bdi>3 de julio de 2099, 11:59 p.m.</bdi></strong>, hora de la clínica.")
        .contains(">2.5<", "$1,125.00", "$2,812.50", "$281.25", "$3,093.75")
        .doesNotContain("Your answer", "This quote", "Quantity", "Accept");
    var long2001 = visitor.answer(offer.path(), page, "accept", "ñ".repeat(2001));
    assertThat(long2001.status()).isEqualTo(422);
    assertThat(long2001.text()).contains("Su mensaje tiene 2001 caracteres. Acórtelo a 2000.");
    speak("en");
    var inEnglish = visitor.answer(offer.path(), page, "accept", "Sí");
    assertThat(inEnglish.status()).isEqualTo(409);
    assertThat(inEnglish.text()).contains("look at it again");
    speak("es");
    assertThat(visitor.answer(offer.path(), page, "accept", "Sí").status()).isEqualTo(303);
    assertThat(visitor.get(offer.path()).ok().text())
        .contains("Ha aceptado este presupuesto", "Tenemos su respuesta del", "Lo que escribió");
    assertThat(visitor.answer(offer.path(), page, "decline", "").text())
        .contains("Este presupuesto ya se aceptó, y una respuesta es definitiva.");

    assertThat(offer.acceptance().json().get("verified").booleanValue()).isTrue();
    assertThat(offer.acceptance().at("/language")).isEqualTo("es");
    assertThat(printed(desk.api(), QuoteDesk.path(quote) + "/quote.pdf"))
        .startsWith("es\n")
        .contains("Válido hasta 3 de julio de 2099, 11:59 p.m.", "Subtotal $2,812.50")
        .contains("Impuestos $281.25", "Aceptado el", "tras confirmar la fecha de nacimiento")
        .contains("La página estaba en español.")
        .doesNotContain("Accepted", "Quantity");
    speak("en");
    assertThat(offer.acceptance().json().get("verified").booleanValue()).isTrue();
    assertThat(printed(desk.api(), QuoteDesk.path(quote) + "/quote.pdf"))
        .startsWith("en\n")
        .contains("Accepted on", "July 3, 2099, 11:59 PM", "The page was in Spanish.");
    speak("es");

    var till = new PaymentDesk(clinic, clinic.api(), luz, desk.provider());
    var charge = desk.convert(quote).ok().at("/id");
    var payment = till.pay(charge, 100_000, "CHECK").ok().at("/id");
    assertThat(printed(clinic.api(), "/billing/payment/%s/receipt.pdf".formatted(payment)))
        .startsWith("es\n")
        .contains("Recibo", "Paciente Luz Vega", "Cheque", "Pagado $1,000.00")
        .contains("Pendiente $2,093.75")
        .doesNotContain("Outstanding", "Method");
    CurrentTenant.call(
        clinic.id(),
        () -> {
          receipts.send(payment);
          return true;
        });
    var receipt = mail(2);
    assertThat(receipt.get("subject").asString()).isEqualTo("Su recibo de " + clinicName);
    assertThat(receipt.get("text").asString())
        .startsWith("Hola, Luz:\n\ngracias por su pago del ")
        .contains(" de 20", "El recibo va adjunto.");
    assertThat(clinic.api().get("/billing/quote/none").refused(404).text())
        .isEqualTo("{\"detail\":\"Quote not found\"}");
  }

  @Test
  void whatTheClinicWordedItselfIsServedAsItIs() {
    clinic
        .api()
        .put(
            "/settings/message-templates/QUOTE_OFFERED/EMAIL",
            body()
                .with("subject", "Your offer")
                .with("text", "Dear {patient}:\n{link}\n{validUntil}"))
        .ok();

    var path = sent().path();

    assertThat(mail(1).get("subject").asString()).isEqualTo("Your offer");
    assertThat(mail(1).get("text").asString())
        .startsWith("Dear Luz:\n")
        .endsWith("\nEs válido hasta el 3 de julio de 2099, 11:59 p.m., hora de la clínica.");
    desk.withdraw(quote).ok();
    var visitor = new Visitor(clinics.nobody());
    assertThat(visitor.get(path).text()).contains("This link leads to no quote");
    assertThat(visitor.with("Accept-Language", "fr, es-AR;q=0.8, en;q=0.5").get(path).text())
        .contains("<html lang=\"es\">", "Este enlace no lleva a ningún presupuesto");
  }

  @Test
  void aLanguageThatNobodySpeaksHereIsTheClinics() {
    speak("fr");
    var path = sent().path();

    assertThat(mail(1).get("subject").asString()).startsWith("Your quote from ");
    assertThat(new Visitor(clinics.nobody()).comeIn(path).text())
        .contains("<html lang=\"en\">", "valid until <bdi>July 3, 2099, 11:59 PM</bdi>");

    var madrid = clinics.open("Europe/Madrid", "EUR", "es-ES");
    var offer = new SentQuote(clinics).to(madrid);
    assertThat(new Visitor(clinics.nobody()).comeIn(offer.path()).text())
        .contains("<html lang=\"es\">", "válido hasta el <bdi>3 de julio de 2099, 17:00</bdi>")
        .contains("377,79\u00a0€");
    assertThat(
            madrid
                .api()
                .get("/settings/message-templates")
                .ok()
                .json()
                .findValuesAsString("subject"))
        .contains("Su presupuesto de {clinic}");
  }
}
