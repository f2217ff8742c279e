package org.cartwright.orders.print;

import org.cartwright.documents.Logo;
import org.cartwright.documents.Pdf;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;

/** Prints confirmations of orders. */
@Service
public class OrderPrinter {

  private final Tenants tenants;
  private final TenantLogos logos;

  OrderPrinter(Tenants tenants, TenantLogos logos) {
    this.tenants = tenants;
    this.logos = logos;
  }

  /**
   * The confirmation of an order as a PDF. To be printed outside of transactions, as a connection
   * is not to wait for the printer.
   */
  public byte[] print(OrderDetail order) {
    var shop = tenants.current();
    var logo = logos.current().flatMap(Logo::kept).orElse(null);
    return Pdf.render(new OrderPdf(order, shop).printed(logo), shop.id());
  }
}
