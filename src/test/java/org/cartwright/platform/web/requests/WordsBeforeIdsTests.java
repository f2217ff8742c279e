package org.cartwright.platform.web.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;

import java.util.List;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class WordsBeforeIdsTests {

  @Autowired private Clinics clinics;

  @ParameterizedTest
  @CsvSource({
    "/user/patient/tags/tags,                 Patient tag not found",
    "/user/patient/tags/language,             Patient tag not found",
    "/user/patient/tags/export,               Patient tag not found",
    "/billing/quote/public/timeline,          Quote not found",
    "/orders/markets/timeline,                Market not found",
    "/orders/products/confirmation.pdf,       Product not found",
    "/orders/drafts/timeline,                 Draft not found",
    "/orders/coupons/timeline,                Coupon not found",
    "/user/patient/somebody/tags,             Patient not found",
    "/orders/some/timeline,                   Order not found"
  })
  void theWordOfAPathSaysWhatIsMissing(String path, String sentence) {
    assertThat(clinics.open().api().get(path).refused(404).at("/detail")).isEqualTo(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"view", "lines", "timeline", "acceptance", "quote.pdf"})
  void aQuoteIsShownWhateverItIsNamed(String id) {
    var desk = QuoteDesk.of(clinics.open());
    var quote = desk.quote(desk.cart(500), body().with("id", id)).ok();
    desk.send(quote);
    assertThat(desk.show(quote).ok().at("/id")).isEqualTo(id);
    assertThat(desk.read(quote).at("/status")).isEqualTo("VIEWED");
    assertThat(desk.timeline(quote)).startsWith("CREATED", "SENT");
  }

  @Test
  void anExternalIdIsLookedForThoughItIsAWordOfThePaths() {
    var clinic = clinics.open();
    clinic.patient(aPatient("Ada", "Moss").with("externalId", "tags"));
    for (var id : List.of("tags", "export", "export.pdf", "language")) {
      assertThat(clinic.api().get("/user/patient/external-id-exists/" + id).ok().text())
          .isEqualTo(Boolean.toString(id.equals("tags")));
    }
  }
}
