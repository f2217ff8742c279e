package org.cartwright.charges.receipts;

import org.cartwright.documents.Logo;
import org.cartwright.documents.Pdf;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.texts.Texts;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;

/** Prints receipts. */
@Service
public class ReceiptPrinter {

  private final Receipts receipts;
  private final Tenants tenants;
  private final TenantLogos logos;
  private final Texts texts;

  ReceiptPrinter(Receipts receipts, Tenants tenants, TenantLogos logos, Texts texts) {
    this.receipts = receipts;
    this.tenants = tenants;
    this.logos = logos;
    this.texts = texts;
  }

  /**
   * The receipt of a payment as a PDF, in the language of its patient.
   *
   * @throws Missing if there is no such payment
   */
  public byte[] print(String paymentId) {
    var receipt = receipts.get(paymentId);
    var logo = logos.current().flatMap(Logo::kept).orElse(null);
    var clinic = tenants.current();
    return Pdf.render(ReceiptPdf.of(receipt, clinic, texts, logo).asDocument(), clinic.id());
  }
}
