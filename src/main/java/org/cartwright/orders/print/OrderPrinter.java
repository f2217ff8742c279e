package org.cartwright.orders.print;

import org.cartwright.documents.Logo;
import org.cartwright.documents.Pdf;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.platform.texts.Texts;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;

/** Prints confirmations of orders. */
@Service
public class OrderPrinter {

  private final Tenants tenants;
  private final TenantLogos logos;
  private final Texts texts;

  OrderPrinter(Tenants tenants, TenantLogos logos, Texts texts) {
    this.tenants = tenants;
    this.logos = logos;
    this.texts = texts;
  }

  /**
   * The confirmation of an order as a PDF, in the language of the customer. To be printed outside
   * of transactions, as a connection is not to wait for the printer.
   */
  public byte[] print(OrderDetail order) {
    var shop = tenants.current();
    var logo = logos.current().flatMap(Logo::kept).orElse(null);
    return Pdf.render(new OrderPdf(order, shop, texts).printed(logo), shop.id());
  }
}
