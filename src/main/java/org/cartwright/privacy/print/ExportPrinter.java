package org.cartwright.privacy.print;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartwright.documents.DocumentPart;
import org.cartwright.documents.HeadingFact;
import org.cartwright.documents.Letterhead;
import org.cartwright.documents.Logo;
import org.cartwright.documents.PageSize;
import org.cartwright.documents.Pdf;
import org.cartwright.documents.PrintedDocument;
import org.cartwright.documents.TextBlock;
import org.cartwright.patients.PatientContact;
import org.cartwright.patients.Patients;
import org.cartwright.platform.texts.Texts;
import org.cartwright.platform.texts.Words;
import org.cartwright.privacy.api.PatientExport;
import org.cartwright.tenancy.Tenant;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints what is held about a patient, in their language: each record as a paragraph, in which the
 * names of what is held are those of the export.
 */
@Service
public class ExportPrinter {

  private final Tenants tenants;
  private final TenantLogos logos;
  private final Patients patients;
  private final Texts texts;
  private final JsonMapper json;

  ExportPrinter(
      Tenants tenants, TenantLogos logos, Patients patients, Texts texts, JsonMapper json) {
    this.tenants = tenants;
    this.logos = logos;
    this.patients = patients;
    this.texts = texts;
    this.json = json;
  }

  /**
   * The export as a PDF; of more than a document can have, the longest sections are cut. To be
   * printed outside of transactions, as a connection is not to wait for the printer.
   */
  public byte[] print(PatientExport export) {
    var clinic = tenants.current();
    var language = patients.contact(export.patientId()).map(PatientContact::language).orElse(null);
    return Pdf.render(printed(export, clinic, texts.in(clinic.tongue(language))), clinic.id());
  }

  private PrintedDocument printed(PatientExport export, Tenant clinic, Words words) {
    return new PrintedDocument(
        PageSize.usedIn(clinic.locale()),
        words.tongue().words(),
        Letterhead.of(
            clinic.name(),
            logos.current().flatMap(Logo::kept).orElse(null),
            clinic.phoneNumber(),
            clinic.homePage()),
        words.say("export.title"),
        List.of(
            new HeadingFact(words.say("export.patient"), export.patientId()),
            new HeadingFact(
                words.say("export.moment"),
                clinic.printedTimes(words.tongue()).moment(export.exportedDate()))),
        export.sections().stream()
            .filter(section -> !section.records().isEmpty())
            .map(section -> paragraphs(section, words))
            .toList(),
        export.patientId());
  }

  private DocumentPart paragraphs(PatientExport.Section section, Words words) {
    return new TextBlock(
        words.say("export.section." + section.name().toLowerCase(Locale.ROOT).replace(' ', '-')),
        section.records().stream().map(this::paragraph).collect(Collectors.joining("\n\n")));
  }

  private String paragraph(Map<String, Object> held) {
    return held.entrySet().stream()
        .map(member -> member.getKey() + ": " + text(member.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private String text(Object value) {
    return value instanceof List || value instanceof Map
        ? json.writeValueAsString(value)
        : String.valueOf(value);
  }
}
