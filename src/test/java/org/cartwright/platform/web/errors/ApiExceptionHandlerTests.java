package org.cartwright.platform.web.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.RawConnection;
import org.cartwright.testing.Troublemaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class ApiExceptionHandlerTests {

  private static final int MIB = 1024 * 1024;

  @Autowired private Clinics clinics;

  @Test
  void aRouteThatDoesNotExistIsA404() {
    var api = clinics.open().api();

    for (var path : List.of("/billing/carts", "/nothing", "/billing/cart/a/b/c", "/index.html")) {
      assertThat(detail(api.get(path).refused(404))).isEqualTo("Not Found");
    }
  }

  @Test
  void aRouteThatDoesNotExistIsNotToldToSomebodyWithoutAKey() {
    clinics.nobody().get("/nothing").refused(401);
  }

  @Test
  void anotherMethodIsA405ThatNamesTheRightOnes() {
    var api = clinics.open().api();

    var answer = api.patch("/billing/cart", body()).refused(405);

    assertThat(detail(answer)).isEqualTo("Method Not Allowed");
    assertThat(List.of(answer.headers().firstValue("Allow").orElse("").split(", ?")))
        .contains("GET", "POST")
        .doesNotContain("PATCH", "PUT");
    api.delete("/tenant/public").refused(405);
    api.send("FROBNICATE", "/billing/cart", BodyPublishers.noBody()).refused(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "text/html,*/*;q=0.8",
        "text/html",
        "text/csv",
        "application/json;q=0",
        "nonsense"
      })
  void whatAClientSaysItTakesDoesNotMatterSinceThereIsNothingButJson(String accept) {
    var api = clinics.open().api().with("Accept", accept);

    api.get("/tenant/public").ok();
    var item = api.post("/inventory/items/create", anItem().name("Cream").price(1299)).ok();

    assertThat(item.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(api.get("/inventory/items/list").ok().json().get("total").asInt()).isEqualTo(1);
  }

  @Test
  void anErrorIsJsonWhateverTheClientLikesToRead() {
    var api = clinics.open().api().with("Accept", "text/html");

    api.get("/nothing").refused(404);
    api.get("/billing/cart/nothing").refused(404);
    api.get("/trouble/exception").refused(500);
    clinics.nobody().with("Accept", "text/html").get("/tenant/public").refused(401);
  }

  @Test
  void aBodyOfMoreThanAMebibyteIsA413() {
    var api = clinics.open().api();
    var tooMuch = aCart().notes("x".repeat(MIB)).toString();

    var announced = api.post("/billing/cart", tooMuch).refused(413);
    var inChunks =
        api.send(
                "POST",
                "/billing/cart",
                BodyPublishers.ofInputStream(
                    () ->
                        new ByteArrayInputStream(
                            tooMuch.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
            .refused(413);

    assertThat(detail(announced)).isEqualTo("The request body is larger than 1 MiB.");
    assertThat(inChunks.text()).isEqualTo(announced.text());
  }

  @Test
  void aBodyOfAMebibyteIsRead() {
    var api = clinics.open().api();
    var start = "{\"name\":\"Filler\",\"price\":1,\"unknown\":\"";
    var body = start + "x".repeat(MIB - start.length() - 2) + "\"}";
    assertThat(body).hasSize(MIB);

    api.post("/inventory/items/create", body).ok();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "multipart/mixed",
        "application/xml",
        "application/json-patch+json",
        "*/*",
        "application/*",
        "nonsense",
        ";"
      })
  void aBodyThatIsNotJsonIsA415(String type) {
    var clinic = clinics.open();

    for (var path : List.of("/inventory/items/create", "/inventory/items/create?x=1")) {
      var answer =
          clinic
              .api()
              .with("Content-Type", type)
              .post(path, body().with("name", "Filler").with("price", 1))
              .refused(415);
      assertThat(detail(answer)).isEqualTo("Unsupported Media Type: send application/json");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "br", "identity, gzip", "nonsense"})
  void aBodyThatIsEncodedIsA415(String encoding) {
    var api = clinics.open().api().with("Content-Encoding", encoding);

    for (var once : List.of(api, api.with("Idempotency-Key", "once"))) {
      var answer =
          once.post("/inventory/items/create", body().with("name", "Filler").with("price", 1));
      assertThat(detail(answer.refused(415)))
          .isEqualTo("Unsupported Content-Encoding: send the body as it is");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "Identity", " identity "})
  void aBodyThatIsSaidNotToBeEncodedIsRead(String encoding) {
    clinics
        .open()
        .api()
        .with("Content-Encoding", encoding)
        .post("/inventory/items/create", body().with("name", "Filler").with("price", 1))
        .ok();
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/gif", "application/json", "text/plain"})
  void aLogoThatIsNoPictureIsToldWhatIsTaken(String type) {
    var path = "/platform/tenants/" + clinics.open().id() + "/logo";

    var answer = clinics.operator().with("Content-Type", type).put(path, "x").refused(415);

    assertThat(detail(answer)).isEqualTo("Unsupported Media Type: send image/png or image/jpeg");
  }

  @Test
  void partsThatCannotBeToldApartAreNobodysTroubleWhereNoBodyIsRead() {
    var clinic = clinics.open();
    var api = clinic.api().with("Content-Type", "multipart/form-data");
    var cart = clinic.cart(clinic.patient()).at("/id");

    for (var path : List.of("/billing/cart", "/billing/cart?size=1", "/billing/cart/" + cart)) {
      api.get(path).ok();
    }
    for (var path : List.of("/", "/?x=1", "/docs", "/v3/api-docs", "/q/demo/x", "/login?x=1")) {
      assertThat(api.get(path).status()).as(path).isLessThan(500).isNotEqualTo(400);
    }
    assertThat(api.send("DELETE", "/billing/cart/none", BodyPublishers.noBody()).status())
        .isEqualTo(404);
    assertThat(api.post("/console/settings/clinic/logo", "x").status()).isLessThan(500);
  }

  @Test
  void aBodyWithoutATypeIsReadAsJson() {
    var api = clinics.open().api().without("Content-Type");

    var item = api.post("/inventory/items/create", anItem("Filler").price(1)).ok();

    assertThat(item.at("/name")).isEqualTo("Filler");
    assertThat(api.post("/inventory/items/create", "name=Filler").violation())
        .isEqualTo("[body, 0] json_invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "Application/JSON"
      })
  void jsonIsReadHoweverItsTypeIsSpelled(String type) {
    var answer =
        clinics
            .open()
            .api()
            .with("Content-Type", type)
            .post("/inventory/items/create", anItem("Crème").price(1))
            .ok();

    assertThat(answer.at("/name")).isEqualTo("Crème");
  }

  @Test
  void whatNobodyForesawIsA500ThatShowsNothingOfTheInside() {
    var api = clinics.open().api();

    for (var path : List.of("/trouble/exception", "/trouble/error", "/trouble/unserializable")) {
      var answer = api.get(path).refused(500);
      assertThat(answer.text()).isEqualTo("{\"detail\":\"Internal Server Error\"}");
    }
  }

  @Test
  void whoeverIsOvertakenIsToldToTryAgainAndNotThatTheDatabaseIsAway() {
    var answer = clinics.open().api().get("/trouble/overtaken").refused(409);

    assertThat(detail(answer)).isEqualTo("Somebody else is changing this right now; try again.");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
  }

  @Test
  void anAnswerThatFailsBeforeItIsOutIsForgotten() {
    var answer = clinics.open().api().get("/trouble/half?bytes=1000").refused(500);

    assertThat(answer.text()).isEqualTo("{\"detail\":\"Internal Server Error\"}");
  }

  @Test
  void anAnswerThatFailsHalfWayNeverLooksWhole() {
    var clinic = clinics.open();

    var answer =
        RawConnection.send(
            clinics.nobody(),
            "GET /trouble/half?bytes=100000 HTTP/1.1\r\nHost: x\r\nTENANT: %s\r\nAPI-KEY: %s\r\n\r\n"
                .formatted(clinic.id(), clinic.key()));

    assertThat(answer).startsWith("HTTP/1.1 200").contains("chunked");
    assertThat(answer).doesNotContain("0\r\n\r\n", "detail", "Exception");
  }

  @Test
  void aFiltersFailureIsA500ThatShowsNothingOfTheInside() {
    for (var api :
        List.of(
            clinics.open().api(), clinics.nobody(), clinics.nobody().with("Accept", "text/html"))) {
      var answer = api.with(Troublemaker.IN_A_FILTER, "1").get("/billing/cart").refused(500);
      assertThat(answer.text()).isEqualTo("{\"detail\":\"Internal Server Error\"}");
    }
  }

  @Test
  void thePageThatTheContainerAsksForErrorsIsNoneOfTheClients() {
    for (var api : List.of(clinics.open().api(), clinics.nobody())) {
      assertThat(detail(api.get("/error").refused(404))).isEqualTo("Not Found");
    }
  }

  @Test
  void anIdThatNothingCanHaveIsA404() {
    var api = clinics.open().api();

    var impossible =
        Stream.of(
                "x".repeat(65),
                "x".repeat(4000),
                "a%20b",
                "%C3%A9",
                "%F0%9F%98%80",
                "%27--",
                "a%0Ab")
            .toList();
    for (var id : impossible) {
      for (var path :
          List.of(
              "/billing/cart/",
              "/user/patient/tag/",
              "/admin/providers/",
              "/admin/taxes/",
              "/inventory/items/",
              "/inventory/packages/")) {
        var answer = api.get(path + id);
        assertThat(answer.status()).as(path + id).isIn(404, 405);
        answer.refused(answer.status());
      }
      api.put("/billing/cart/" + id, body().with("patientId", "x")).refused(404);
      api.delete("/billing/cart/" + id).refused(404);
    }
  }

  @Test
  void aNulCharacterInAQueryIsA422() {
    var api = clinics.open().api();

    assertThat(api.get("/billing/cart?search=a%00b").violation())
        .isEqualTo("[query, search] string_unicode");
    assertThat(api.get("/billing/cart?patient_id=%00").violation())
        .isEqualTo("[query, patient_id] string_unicode");
  }

  @Test
  void aQueryOfMoreParametersThanAreReadIsRefusedInTheHousesShape() {
    var api = clinics.open().api();

    assertThat(detail(api.get("/billing/cart?" + "x&".repeat(10_001)).refused(400)))
        .isEqualTo("Bad Request");
  }

  @Test
  void everyAnswerNamesItsRequest() {
    var answer = clinics.open().api().with("X-Request-Id", "from-the-client").get("/nothing");

    assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("from-the-client");
    assertThat(
            clinics
                .nobody()
                .with("X-Request-Id", "not <well> formed")
                .get("/nothing")
                .headers()
                .firstValue("X-Request-Id")
                .orElse(""))
        .startsWith("req_");
  }

  private static String detail(Answer answer) {
    assertThat(answer.text()).doesNotContain("Exception", "org.", "java.", Troublemaker.SECRET);
    assertThat(answer.json().size()).isEqualTo(1);
    return answer.at("/detail");
  }
}
