package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.bodies.LineBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requests about quotes that cannot be: every fault is named, in the client's spelling, nothing
 * moves.
 */
@CartwrightTest
class QuoteValidationTests {

  @Autowired private Clinics clinics;

  private QuoteDesk desk;
  private Answer quote;

  @BeforeEach
  void makeAQuote() {
    desk = QuoteDesk.of(clinics.open());
    quote = desk.quote(500);
  }

  @Test
  void everyMissingFieldOfANewQuoteIsNamedAtOnce() {
    assertThat(desk.api().post("/billing/quote", body()).violations())
        .containsExactly(
            "[body, patientId] missing", "[body, cartId] missing", "[body, creatorId] missing");
    assertThat(
            desk.api()
                .post("/billing/quote", body().with("patient_id", 1).with("cart_id", null))
                .violations())
        .containsExactly(
            "[body, patient_id] string_type",
            "[body, cart_id] string_type",
            "[body, creatorId] missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "public"})
  void anIdThatIsAWordOfThePathsIsNotChosen(String id) {
    var wanted =
        body()
            .with("id", id)
            .with("patientId", quote.at("/patientId"))
            .with("cartId", quote.at("/cartId"))
            .with("creatorId", desk.provider());

    assertThat(desk.api().post("/billing/quote", wanted).violations())
        .containsExactly("[body, id] value_error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"discountAmount\":-1} | [body, discountAmount] greater_than_equal",
        "{\"discount_percentage\":100.1} | [body, discount_percentage] less_than_equal",
        "{\"discountAmount\":1,\"discountPercentage\":50} | [body, discountAmount] value_error",
        "{\"discountAmount\":12.5} | [body, discountAmount] int_from_float",
        "{\"status\":\"sent\"} | [body, status] enum",
        "{\"validUntilDate\":\"yesterday\"} | [body, validUntilDate] datetime_from_date_parsing",
        "{\"validUntilDate\":\"2020-01-01\"} | [body, validUntilDate] value_error",
        "{\"requiresPatientVerification\":\"perhaps\"} | [body, requiresPatientVerification] bool_parsing",
        "{\"title\":5} | [body, title] string_type"
      })
  void aChangeThatCannotBeIsRefusedAndMovesNothing(String body, String violation) {
    assertThat(desk.api().put(QuoteDesk.path(quote), body).violation()).isEqualTo(violation);
    assertThat(desk.read(quote).text()).isEqualTo(quote.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pigeon", "", "e-mail", "email sms"})
  void otherWaysOfSendingAreUnknown(String method) {
    assertThat(desk.send(quote, method).violation()).isEqualTo("[body, method] value_error");
    assertThat(desk.read(quote).text()).isEqualTo(quote.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "", "acceptt", "ACCEPT DECLINE"})
  void otherAnswersAreUnknown(String response) {
    desk.send(quote);
    assertThat(desk.answer(quote, response).violation()).isEqualTo("[body, response] value_error");
    assertThat(desk.read(quote).at("/status")).isEqualTo("SENT");
  }

  @Test
  void aLineThatCannotBeIsRefusedAndMovesNothing() {
    var item = quote.at("/items/0/itemId");
    var add = QuoteDesk.path(quote) + "/items/add";
    assertThat(desk.api().post(add, body()).violation()).isEqualTo("[body] value_error");
    assertThat(desk.api().post(add, line(item).with("packageId", "x")).violation())
        .isEqualTo("[body] value_error");
    assertThat(desk.api().post(add, line().with("item_id", "none")).violation())
        .isEqualTo("[body, item_id] value_error");
    assertThat(desk.api().post(add, line(item).quantity(0).unitPrice(-1)).violations())
        .containsExactly("[body, quantity] greater_than", "[body, unitPrice] greater_than_equal");
    assertThat(
            desk.api()
                .put(
                    QuoteDesk.path(quote) + "/items/" + item,
                    line().quantity(1000000).unitPrice(10000000000L))
                .violation())
        .isEqualTo("[body] value_error");
    assertThat(desk.read(quote).text()).isEqualTo(quote.text());
  }

  @Test
  void fiveHundredLinesFitAndNoMore() {
    var item = line(quote.at("/items/0/itemId"));
    var lines = new LineBody[499];
    java.util.Arrays.fill(lines, item);
    var full = desk.quote(desk.clinic().cart(desk.patient(), lines));
    var add = QuoteDesk.path(full) + "/items/add";
    assertThat(desk.api().post(add, item).ok().number("/itemCount")).isEqualTo(500);
    assertThat(desk.api().post(add, item).refused(409).at("/detail"))
        .isEqualTo("The quote already has 500 lines, the most there can be.");
    assertThat(desk.read(full).number("/itemCount")).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=101", "size=0", "page=0", "page=x", "status=sent"})
  void listsAreAskedForWithinBounds(String query) {
    assertThat(desk.api().get("/billing/quote/list?" + query).violations()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"patient_id", "creator_id", "cart_id"})
  void anIdThatNothingCanHaveFindsNothing(String parameter) {
    var query = "/billing/quote/list?" + parameter + "=" + "x".repeat(65);
    assertThat(desk.api().get(query).ok().text()).isEqualTo("{\"data\":[],\"total\":0}");
  }

  @Test
  void aRevisionHasTheSamePricesOrTodaysAndNoOthers() {
    desk.send(quote);
    assertThat(desk.revise(quote, "TOMORROW").violation()).isEqualTo("[body, prices] enum");
    assertThat(desk.api().post(QuoteDesk.path(quote) + "/revise", "").ok().at("/status"))
        .isEqualTo("DRAFT");
  }
}
