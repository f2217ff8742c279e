package org.cartwright.carts.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.carts.api.CartStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refusal says that there is to do instead. */
class CartRefusalTests {

  @ParameterizedTest
  @CsvSource({
    "DRAFT, 'send status ABANDONED, or none.'",
    "ABANDONED, reopen it by sending it whole with status DRAFT.",
    "ACCEPTED, 'convert it, or duplicate it to change it.'",
    "REJECTED, duplicate it and change the copy.",
    "CONVERTED, duplicate it and change the copy.",
    "EXPIRED, duplicate it and change the copy.",
  })
  void ofAChange(CartStatus status, String instead) {
    assertThat(CartRefusal.notEditable(status))
        .hasMessage("The cart is " + status + " and cannot be changed; " + instead);
    assertThat(CartRefusal.noSuchMove(status, CartStatus.REJECTED))
        .hasMessage("A cart that is " + status + " cannot be made REJECTED; " + instead);
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, try again.",
    "ABANDONED, reopen it by sending it whole with status DRAFT.",
    "ACCEPTED, its accepted quote is to be converted.",
    "REJECTED, 'revise the quote that was declined, or duplicate the cart and quote the copy.'",
    "EXPIRED, duplicate it and quote the copy.",
    "CONVERTED, duplicate it and quote the copy.",
  })
  void ofAQuote(CartStatus status, String instead) {
    assertThat(CartRefusal.notQuotable(status))
        .hasMessage("The cart is " + status + " and cannot be quoted; " + instead);
  }

  @Test
  void ofADuplicateForAnArchivedPatient() {
    assertThat(CartRefusal.patientIsArchived())
        .hasMessage("The cart's patient is archived; name another patient for the duplicate.");
  }
}
