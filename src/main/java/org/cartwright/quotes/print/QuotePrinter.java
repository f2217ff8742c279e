package org.cartwright.quotes.print;

import java.util.function.Supplier;
import org.cartwright.documents.Logo;
import org.cartwright.documents.Pdf;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.texts.Texts;
import org.cartwright.quotes.QuoteViewing;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Prints quotes. */
@Service
public class QuotePrinter {

  private final QuoteViewing viewing;
  private final Tenants tenants;
  private final TenantLogos logos;
  private final Texts texts;
  private final TransactionTemplate reading;

  QuotePrinter(
      QuoteViewing viewing,
      Tenants tenants,
      TenantLogos logos,
      Texts texts,
      PlatformTransactionManager transactions) {
    this.viewing = viewing;
    this.tenants = tenants;
    this.logos = logos;
    this.texts = texts;
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /**
   * A quote as a PDF, in the language of its patient. Once it is accepted, every page carries the
   * hash of what was accepted.
   *
   * @throws Missing if there is none with this id
   */
  public byte[] print(String id) {
    return reading.execute(status -> read(id)).get();
  }

  /**
   * Reads all that is to be printed of a quote, as of one moment. To be printed once the
   * transaction is over, as a connection is not to wait for the printer.
   *
   * @return prints it, as {@link #print} does
   * @throws Missing if there is none with this id
   */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public Supplier<byte[]> read(String id) {
    var quote = viewing.forPrint(id);
    var pdf =
        new QuotePdf(quote.shown(), quote.acceptance().orElse(null), tenants.current(), texts);
    var logo = logos.current();
    return () -> Pdf.render(pdf.printed(logo.flatMap(Logo::kept).orElse(null)), CurrentTenant.id());
  }
}
