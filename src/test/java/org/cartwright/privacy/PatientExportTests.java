package org.cartwright.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cartwright.platform.format.Tongue;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.texts.Texts;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever asks what is held about a patient is told all of it, and nothing of anybody else. */
@CartwrightTest
class PatientExportTests {

  @Autowired private Clinics clinics;
  @Autowired private List<PersonalDataHolder> holders;
  @Autowired private Texts texts;

  @Test
  void everyWordThatWasWrittenAboutAPatientIsHandedOut() {
    var planted = PlantedPatient.in(clinics);

    var export = planted.api().get(path(planted)).ok();

    assertThat(planted.marks()).hasSizeGreaterThan(80);
    assertThat(planted.marks().stream().filter(mark -> !export.text().contains(mark)))
        .as("what was written and is not handed out")
        .isEmpty();
    assertThat(export.text()).contains(PlantedPatient.PHONE, "1951-02-03", "Regulars");
  }

  @Test
  void whatWasWrittenIsToldWithoutTheLinkThatOpensAQuote() {
    var planted = PlantedPatient.in(clinics);

    assertThat(planted.api().get(path(planted)).ok().text())
        .contains("[link]")
        .doesNotContain("/q/" + planted.clinic().id() + "/");
  }

  @Test
  void thePrintedExportSaysTheSame() throws Exception {
    var planted = PlantedPatient.in(clinics);

    var printed = planted.api().file(path(planted) + ".pdf");

    assertThat(printed.headers().firstValue("Content-Type")).contains("application/pdf");
    try (var pdf = Loader.loadPDF(printed.body())) {
      var words = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
      assertThat(planted.marks().stream().filter(mark -> !words.contains(mark))).isEmpty();
    }
  }

  @Test
  void itIsPrintedInTheLanguageOfThePatient() {
    var planted = PlantedPatient.in(clinics);
    var language = "/user/patient/" + planted.id() + "/language";
    planted.api().put(language, body().with("language", "es")).ok();

    assertThat(Printed.text(planted.api().file(path(planted) + ".pdf")))
        .contains("Loqueseguardadeunpaciente", "Afechade", "Movimientosdesaldo", "Loqueseaceptó")
        .doesNotContain("Whatisheld", "Movementsofcredit", "Whatwasaccepted");
  }

  @Test
  void eachSectionHasANameInEachLanguage() {
    for (var table : holders.stream().flatMap(holder -> holder.tables().stream()).toList()) {
      var key = "export.section." + table.section().toLowerCase(Locale.ROOT).replace(' ', '-');
      assertThat(texts.in(Tongue.ENGLISH).say(key)).isEqualTo(table.section());
      assertThat(texts.in(Tongue.of("es", Locale.US)).say(key)).isNotEqualTo(table.section());
    }
  }

  @Test
  void nothingOfAnybodyElseIsInIt() {
    var planted = PlantedPatient.in(clinics);
    var other = planted.clinic().patient();
    planted.clinic().cart(other);

    var export = planted.api().get("/user/patient/" + other + "/export").ok();

    assertThat(planted.marks().stream().filter(mark -> export.text().contains(mark))).isEmpty();
    assertThat(counts(export.json().get("sections")))
        .contains("Patient 1", "Carts 1", "Quotes 0", "Messages 0");
  }

  @Test
  void whatBearsTheSameIdAndIsSomebodyElsesIsNotInIt() {
    var planted = PlantedPatient.in(clinics);

    var export = planted.api().get(path(planted)).ok();

    assertThat(planted.othersMarks()).hasSize(5);
    assertThat(planted.othersMarks().stream().filter(mark -> export.text().contains(mark)))
        .isEmpty();
  }

  @Test
  void anotherClinicsPatientIsNotThere() {
    var planted = PlantedPatient.in(clinics);
    var elsewhere = clinics.open().api();

    for (var path : List.of(path(planted), path(planted) + ".pdf")) {
      assertThat(elsewhere.get(path).refused(404).text())
          .isEqualTo(elsewhere.get(path.replace(planted.id(), "nobody")).refused(404).text());
    }
  }

  private static List<String> counts(tools.jackson.databind.JsonNode sections) {
    var counts = new ArrayList<String>();
    sections.forEach(
        section ->
            counts.add(section.get("name").asString() + " " + section.get("records").size()));
    return counts;
  }

  private static String path(PlantedPatient planted) {
    return "/user/patient/" + planted.id() + "/export";
  }
}
