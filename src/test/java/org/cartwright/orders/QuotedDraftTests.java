package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.bodies.AnyBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a draft and its quotes are to each other while the customer has not answered. */
@CartwrightTest
class QuotedDraftTests {

  @Autowired private Clinics clinics;
  private Shop shop;
  private QuoteDesk desk;
  private String customer;
  private String mug;
  private String rider;

  @BeforeEach
  void openAShop() {
    shop = Shop.open(clinics);
    desk = QuoteDesk.of(shop.clinic());
    customer =
        shop.clinic()
            .patient(aPatient("Jane", "Doe").email("jane@mail.example").born("1990-02-03"));
    mug = shop.item("Mug", 1250);
    rider = shop.service("DELIVERY", "Rider", 6000);
  }

  private AnyBody complete() {
    return body()
        .with("customerId", customer)
        .with("fulfilment", body().with("serviceId", rider))
        .with("shippingAddress", DraftTests.address("BD"))
        .with("items", list(line(mug)));
  }

  private Answer quote(Answer draft) {
    return shop.api()
        .post("/billing/quote", aQuote(customer, draft.at("/id")).by(desk.provider()))
        .ok();
  }

  @Test
  void aQuoteWithNothingButTheFeeIsNotSent() {
    var draft = shop.draft(complete().without("items"));

    assertThat(desk.send(quote(draft), "email").refused(409).at("/detail"))
        .isEqualTo("There is nothing in the quote to be sent; add something first.");
  }
}
