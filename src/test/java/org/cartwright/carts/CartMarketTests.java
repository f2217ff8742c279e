package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.lines.Sale;
import org.cartwright.lines.SaleTerms;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database keeps a cart and its market together, whoever forgets to. */
@CartwrightTest
class CartMarketTests {

  @Autowired private Clinics clinics;
  @Autowired private DraftCarts drafts;
  @Autowired private PlatformTransactionManager transactions;
  private Clinic clinic;
  private String patient = "";

  @BeforeEach
  void openAShop() {
    clinic = clinics.open();
    patient = clinic.patient();
    clinic
        .api()
        .post(
            "/orders/markets",
            "{\"id\":\"us\",\"code\":\"US\",\"name\":\"US\",\"countries\":[\"US\"],\"currency\":\"USD\"}")
        .ok();
  }

  @Test
  void theCurrencyOfAMarketStaysOnceACartIsInIt() {
    open("us", "USD");

    assertThat(clinic.api().put("/orders/markets/us", "{\"currency\":\"EUR\"}").refused(409).text())
        .startsWith("{\"detail\":\"There are prices or drafts in this market");
    assertThat(clinic.api().get("/orders/markets/us").ok().at("/currency")).isEqualTo("USD");
  }

  @Test
  void aCartIsInAMarketThatIsThereAndInItsCurrency() {
    assertThatThrownBy(() -> open("us", "EUR")).rootCause().hasMessageContaining("cart_market");
    assertThatThrownBy(() -> open("nope", "USD")).rootCause().hasMessageContaining("cart_market");
  }

  private void open(String market, String currency) {
    var sale =
        new Sale(
            Currency.getInstance(currency), patient, null, SaleTerms.in(market, TaxMode.EXCLUSIVE));
    CurrentTenant.within(
        clinic.id(),
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(
                    transaction ->
                        drafts.open(null, sale, null, Instant.parse("2026-05-01T12:00:00Z"))));
  }
}
