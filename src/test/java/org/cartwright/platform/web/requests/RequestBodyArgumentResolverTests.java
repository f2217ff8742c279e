package org.cartwright.platform.web.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever may be wrong with a body, sent to operations that take one. */
@CartwrightTest
class RequestBodyArgumentResolverTests {

  private static Clinic clinic;
  private static String patient;
  private static String filler;

  @Autowired private Clinics clinics;

  @BeforeAll
  static void open(@Autowired Clinics clinics) {
    clinic = clinics.open();
    patient = clinic.patient();
    filler = clinic.item("Filler", 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12.9             | int_from_float",
        "0.1              | int_from_float",
        "1e-1             | int_from_float",
        "\"\"             | int_parsing",
        "\" \"            | int_parsing",
        "\"abc\"          | int_parsing",
        "\"12.5\"         | int_parsing",
        "\"1e3\"          | int_parsing",
        "\"-1\"           | greater_than_equal",
        "\"1__0\"         | int_parsing",
        "\"_1\"           | int_parsing",
        "\"0x1\"          | int_parsing",
        "\"12,5\"         | int_parsing",
        "\"NaN\"          | int_parsing",
        "\"99999999999999999999\" | int_parsing_size",
        "true             | int_type",
        "null             | int_type",
        "[]               | int_type",
        "[12]             | int_type",
        "{}               | int_type",
        "1e19             | int_parsing_size",
        "99999999999999999999 | int_parsing_size",
        "-9223372036854775809 | int_parsing_size",
        "1e400            | finite_number",
        "1e999999999      | finite_number",
        "-1e999999999     | finite_number",
        "1e-999999999     | finite_number",
        "-1               | greater_than_equal",
        "10000000001      | less_than_equal"
      })
  void whatIsNoIntegerIsRefused(String json, String type) {
    assertThat(item("\"name\":\"Filler\",\"price\":" + json).violation())
        .isEqualTo("[body, price] " + type);
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12",
    "12.0, 12",
    "12.000, 12",
    "1.2e1, 12",
    "1e3, 1000",
    "0, 0",
    "-0, 0",
    "-0.0, 0",
    "0e5, 0",
    "'\"12\"', 12",
    "'\" 12 \"', 12",
    "'\"+12\"', 12",
    "'\"12.00\"', 12",
    "'\"012\"', 12",
    "'\"1_000\"', 1000"
  })
  void anIntegerMayBeSpelledAsAnyNumberThatIsWhole(String json, long value) {
    assertThat(item("\"name\":\"Filler\",\"price\":" + json).ok().number("/price"))
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"\"         | float_parsing",
        "\"2,5\"      | float_parsing",
        "\"two\"      | float_parsing",
        "\"1e\"       | float_parsing",
        "\"NaN\"      | finite_number",
        "\"-Infinity\" | finite_number",
        "\"1e400\"    | finite_number",
        "\"1e99999999999\" | finite_number",
        "\"0\"        | greater_than",
        "\"1000000.5\" | less_than_equal",
        "true         | float_type",
        "null         | float_type",
        "[1]          | float_type",
        "1e400        | finite_number",
        "1e999999999  | finite_number",
        "1e-999999999 | finite_number",
        "0.00000000004999 | greater_than",
        "0            | greater_than",
        "-1           | greater_than",
        "0e9          | greater_than",
        "1000000.0001 | less_than_equal",
        "1000000.00000000005 | less_than_equal"
      })
  void whatIsNoQuantityIsRefused(String json, String type) {
    assertThat(line("\"quantity\":" + json).violation())
        .isEqualTo("[body, items, 0, quantity] " + type);
  }

  @ParameterizedTest
  @CsvSource({
    "2.5, 2.5",
    "2.50000, 2.5",
    "25e-1, 2.5",
    "2, 2",
    "2.0, 2",
    "1e2, 100",
    "0.0001, 0.0001",
    "2.4000000000000004, 2.4",
    "33.333333333333336, 33.3333333333",
    "0.12345678905, 0.1234567891",
    "0.12345678904999999999, 0.123456789",
    "99.99999999995, 100",
    "1000000.00000000004, 1000000",
    "0.00000000005, 0.0000000001",
    "'\"1\"', 1",
    "'\"2.5\"', 2.5",
    "'\" .5 \"', 0.5",
    "'\"25e-1\"', 2.5",
    "'\"2.4000000000000004\"', 2.4"
  })
  void aQuantityIsExactHoweverItIsSpelled(String json, java.math.BigDecimal value) {
    assertThat(line("\"quantity\":" + json).ok().json().at("/items/0/quantity").decimalValue())
        .isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"draft\"",
        "\"Draft\"",
        "\"DRAFT \"",
        "\"\"",
        "0",
        "1",
        "true",
        "[]",
        "[\"DRAFT\"]",
        "{}"
      })
  void whatIsNoStatusIsRefused(String json) {
    var refused = cart("\"status\":" + json);

    assertThat(refused.violation()).isEqualTo("[body, status] enum");
    assertThat(refused.at("/detail/0/msg"))
        .startsWith("Input should be 'DRAFT', ")
        .contains(" or '");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "1.5", "[]", "{}", "null"})
  void whatIsNoTextIsRefused(String json) {
    assertThat(item("\"price\":1,\"name\":" + json).violation())
        .isEqualTo("[body, name] string_type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"\"      | bool_parsing",
        "\"maybe\" | bool_parsing",
        "\"true \" | bool_parsing",
        "2         | bool_parsing",
        "0.5       | bool_parsing",
        "1e999999999 | bool_parsing",
        "[]        | bool_type",
        "{}        | bool_type",
        "null      | bool_type"
      })
  void whatIsNeitherTrueNorFalseIsRefused(String json, String type) {
    assertThat(item("\"name\":\"x\",\"price\":1,\"isArchived\":" + json).violation())
        .isEqualTo("[body, isArchived] " + type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"true\" | true",
        "\"TRUE\" | true",
        "\"t\"    | true",
        "\"yes\"  | true",
        "\"y\"    | true",
        "\"on\"   | true",
        "\"1\"    | true",
        "1        | true",
        "1.0      | true",
        "\"False\" | false",
        "\"f\"    | false",
        "\"no\"   | false",
        "\"N\"    | false",
        "\"off\"  | false",
        "\"0\"    | false",
        "0        | false"
      })
  void yesAndNoMayBeSpelledAsFastapiServicesReadThem(String json, boolean meant) {
    var item = item("\"name\":\"x\",\"price\":1,\"isPhysical\":" + json).ok();

    assertThat(item.json().at("/isPhysical").booleanValue()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"\"", "{}", "true", "\"[]\""})
  void whatIsNoListIsRefused(String json) {
    assertThat(cart("\"items\":" + json).violation()).isEqualTo("[body, items] list_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"x\"", "[]", "null", "true"})
  void whatIsNoLineIsRefused(String json) {
    assertThat(cart("\"items\":[" + json + "]").violation())
        .isEqualTo("[body, items, 0] model_attributes_type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"2020-13-01\"           | date_from_datetime_parsing",
        "\"2021-02-29\"           | date_from_datetime_parsing",
        "\"2020-1-1\"             | date_from_datetime_parsing",
        "\"01/02/2020\"           | date_from_datetime_parsing",
        "\"2020-01-01T00:00:01Z\" | date_from_datetime_inexact",
        "\"2020-01-01T23:59\"     | date_from_datetime_inexact",
        "\"2020-02-30T00:00:00Z\" | date_from_datetime_parsing",
        "\"2020-01-01T00:00:00 Z\" | date_from_datetime_parsing",
        "\"0000-01-01\"           | date_from_datetime_parsing",
        "\"+12020-01-01\"         | date_from_datetime_parsing",
        "\"\"                     | date_from_datetime_parsing",
        "0                        | date_type",
        "true                     | date_type",
        "[]                       | date_type"
      })
  void whatIsNoDateIsRefused(String json, String type) {
    assertThat(
            clinic.api().post("/user/patient/create", "{\"dateOfBirth\":" + json + "}").violation())
        .isEqualTo("[body, dateOfBirth] " + type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1990-05-17",
        "1990-05-17T00:00:00Z",
        "1990-05-17T00:00:00.000Z",
        "1990-05-17T00:00:00-05:00",
        "1990-05-17T00:00:00+14:00",
        "1990-05-17t00:00",
        "1990-05-17 00:00:00"
      })
  void aMidnightIsTheDayThatIsWritten(String written) {
    var patient =
        clinic.api().post("/user/patient/create", "{\"dateOfBirth\":\"" + written + "\"}").ok();

    assertThat(patient.at("/dateOfBirth")).isEqualTo("1990-05-17");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"tomorrow\"                 | datetime_from_date_parsing",
        "\"\"                         | datetime_from_date_parsing",
        "\"2030-02-30\"               | datetime_from_date_parsing",
        "\"2030-01-01T25:00:00Z\"     | datetime_from_date_parsing",
        "\"2030-01-01T00:00:00+99:00\"| datetime_from_date_parsing",
        "\"99999-01-01T00:00:00Z\"    | datetime_from_date_parsing",
        "1893456000                   | datetime_type",
        "true                         | datetime_type",
        "{}                           | datetime_type"
      })
  void whatIsNoMomentIsRefused(String json, String type) {
    assertThat(cart("\"expiresDate\":" + json).violation())
        .isEqualTo("[body, expiresDate] " + type);
  }

  @Test
  void aTextOfTooManyCharactersIsRefused() {
    assertThat(item("\"price\":1,\"name\":\"" + "x".repeat(256) + "\"").violation())
        .isEqualTo("[body, name] string_too_long");
    assertThat(item("\"price\":1,\"name\":\"\"").violation())
        .isEqualTo("[body, name] string_too_short");
    item("\"price\":1,\"name\":\"" + "x".repeat(255) + "\"").ok();
  }

  @Test
  void aCharacterThatJavaCountsTwiceIsOne() {
    var longest = "\uD83D\uDE00".repeat(255);
    assertThat(item("\"price\":1,\"name\":\"" + longest + "\"").ok().at("/name"))
        .isEqualTo(longest);
    assertThat(item("\"price\":1,\"name\":\"" + longest + "x\"").violation())
        .isEqualTo("[body, name] string_too_long");
  }

  @Test
  void aListOfTooManyEntriesIsRefused() {
    var ids = "\"t\",".repeat(200) + "\"t\"";

    assertThat(item("\"name\":\"x\",\"price\":1,\"exemptedTaxIds\":[" + ids + "]").violation())
        .isEqualTo("[body, exemptedTaxIds] too_long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"a\",\"name\":\"b\",\"price\":1}",
        "{\"name\":\"a\",\"price\":1,\"price\":1}",
        "{\"name\":\"a\",\"price\":1,\"unknown\":{\"a\":1,\"a\":1}}",
        "{\"name\":\"a\",\"price\":NaN}",
        "{\"name\":\"a\",\"price\":Infinity}",
        "{\"name\":\"a\",\"price\":-Infinity}",
        "{\"name\":\"a\",\"price\":+1}",
        "{\"name\":\"a\",\"price\":01}",
        "{\"name\":\"a\",\"price\":.5}",
        "{\"name\":\"a\",\"price\":1.}",
        "{\"name\":\"a\",\"price\":0x10}",
        "{\"name\":\"a\",\"price\":1}}",
        "{\"name\":\"a\",\"price\":1} {}",
        "{\"name\":\"a\",\"price\":1},",
        "{\"name\":\"a\",\"price\":1,}",
        "{\"name\":\"a\",\"price\":1",
        "{\"name\":\"a\",\"price\":",
        "{\"name\":\"a",
        "{",
        "{\"name\":\"a\\",
        "{\"name\":\"\\u00\",\"price\":1}",
        "{\"name\":\"\\x\",\"price\":1}",
        "{\"name\":\"a\nb\",\"price\":1}",
        "{'name':'a','price':1}",
        "{name:\"a\",\"price\":1}",
        "{\"name\":\"a\",\"price\":1} // done",
        "/* start */ {\"name\":\"a\",\"price\":1}",
        "{\"name\":\"a\",\"price\":1}\uFEFF",
        "\uFEFF\uFEFF{\"name\":\"a\",\"price\":1}",
        "nonsense",
        "tru",
        "\"",
        "]"
      })
  void whatIsNoJsonIsRefused(String body) {
    var refused = clinic.api().post("/inventory/items/create", body).refused(422);

    assertThat(refused.json().get("detail").size()).isEqualTo(1);
    assertThat(refused.at("/detail/0/type")).isEqualTo("json_invalid");
    assertThat(refused.at("/detail/0/msg")).isEqualTo("JSON decode error");
    assertThat(refused.at("/detail/0/loc/0")).isEqualTo("body");
    assertThat(refused.number("/detail/0/loc/1")).isBetween(0L, (long) body.length());
  }

  static Stream<Arguments> bytesThatAreNoUtf8() {
    return Stream.of(
        arguments("half a character", new byte[] {(byte) 0xC3}),
        arguments("a byte that never occurs", new byte[] {(byte) 0xFF}),
        arguments("an overlong slash", new byte[] {(byte) 0xC0, (byte) 0xAF}),
        arguments("half a surrogate pair", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}),
        arguments("Latin-1", "é".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @MethodSource("bytesThatAreNoUtf8")
  void whatIsNoUtf8IsRefused(String what, byte[] bytes) {
    var start = "{\"price\":1,\"name\":\"".getBytes(StandardCharsets.UTF_8);
    var end = "\"}".getBytes(StandardCharsets.UTF_8);
    var body = Arrays.copyOf(start, start.length + bytes.length + end.length);
    System.arraycopy(bytes, 0, body, start.length, bytes.length);
    System.arraycopy(end, 0, body, start.length + bytes.length, end.length);

    assertThat(send(body).at("/detail/0/type")).as(what).isEqualTo("json_invalid");
    assertThat(
            send("{\"price\":1,\"name\":\"x\"}".getBytes(StandardCharsets.UTF_16))
                .at("/detail/0/type"))
        .isEqualTo("json_invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\\u0000b", "\\ud83d", "\\ude00", "\\ud83dx", "\\ude00\\ud83d", "x\\ud83d"})
  void textThatCannotBeStoredIsRefused(String text) {
    assertThat(item("\"price\":1,\"name\":\"" + text + "\"").violation())
        .isEqualTo("[body, name] string_unicode");
    assertThat(
            clinic
                .api()
                .post("/user/patient/create", "{\"meta\":{\"deep\":[{\"x\":\"" + text + "\"}]}}")
                .violation())
        .isEqualTo("[body, meta, deep, 0, x] string_unicode");
    assertThat(
            clinic
                .api()
                .post("/user/patient/create", "{\"meta\":{\"" + text + "\":1}}")
                .violation())
        .isEqualTo("[body, meta] string_unicode");
    assertThat(cart("\"id\":\"" + text + "\"").violation()).isEqualTo("[body, id] string_unicode");
  }

  @Test
  void charactersOfEveryPlaneAreKept() {
    var name = "Zoë Ω 漢 😀 \u2028 \\\\ \\\" \\t";

    assertThat(item("\"price\":1,\"name\":\"" + name + "\"").ok().at("/name"))
        .isEqualTo("Zoë Ω 漢 😀 \u2028 \\ \" \t");
    assertThat(item("\"price\":1,\"name\":\"\\ud83d\\ude00\"").ok().at("/name")).isEqualTo("😀");
  }

  /** As .NET and PowerShell write it. */
  @Test
  void aMarkOfUtf8BeforeTheTextIsNoPartOfIt() {
    var made =
        clinic.api().post("/inventory/items/create", "\uFEFF{\"name\":\"Sérum\",\"price\":1}").ok();

    assertThat(made.at("/name")).isEqualTo("Sérum");
  }

  @Test
  void nestingIsReadToADepthOf32() {
    assertThat(nested(33).refused(422).at("/detail/0/type")).isEqualTo("json_invalid");
    assertThat(nested(10_000).refused(422).at("/detail/0/type")).isEqualTo("json_invalid");
    nested(32).ok();
  }

  private Answer nested(int depth) {
    int inside = depth - 2;
    return clinic
        .api()
        .post(
            "/user/patient/create",
            "{\"meta\":{\"x\":%s1%s}}".formatted("[".repeat(inside), "]".repeat(inside)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t ", "null", " null\n"})
  void aBodyThatIsNotThereIsMissing(String body) {
    assertThat(clinic.api().post("/inventory/items/create", body).violation())
        .isEqualTo("[body] missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "3", "true", "\"x\"", "[{\"name\":\"x\",\"price\":1}]"})
  void aBodyThatIsNoObjectIsRefused(String body) {
    assertThat(clinic.api().post("/inventory/items/create", body).violation())
        .isEqualTo("[body] model_attributes_type");
    assertThat(clinics.operator().post("/platform/tenants", body).violation())
        .isEqualTo("[body] model_attributes_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n", "null", " null\n", "\uFEFF", "\uFEFFnull", "{}"})
  void aBodyThatMayBeLeftOutIsNoneHoweverItSaysNothing(String body) {
    var path = "/billing/cart/" + clinic.cart(patient).at("/id") + "/duplicate";

    clinic.api().post(path, body).ok();
    clinic.api().with("Content-Type", "text/plain").post(path, "nonsense").refused(415);
    assertThat(clinic.api().post(path, "nonsense").refused(422).at("/detail/0/type"))
        .isEqualTo("json_invalid");
  }

  @Test
  void aListThatIsTooLongIsRefusedUnread() {
    var elements = "1,".repeat(449_999) + "1";
    var before = clinic.api().get("/billing/cart").ok().number("/total");

    var refused = cart("\"items\":[" + elements + "]");

    assertThat(refused.violation()).isEqualTo("[body, items] too_long");
    assertThat(refused.at("/detail/0/msg"))
        .isEqualTo("List should have at most 500 items after validation, not 450000");
    assertThat(refused.text()).hasSizeLessThan(500);
    assertThat(clinic.api().get("/billing/cart").ok().number("/total")).isEqualTo(before);
  }

  @Test
  void nobodyIsToldMoreThanAHundredThings() {
    var lines = String.join(",", java.util.Collections.nCopies(500, "{\"quantity\":0}"));

    var refused = cart("\"items\":[" + lines + "]");

    assertThat(refused.violations()).hasSize(100);
    assertThat(refused.violations().getLast())
        .isEqualTo("[body, items, 99, quantity] greater_than");
  }

  @Test
  void whatAClientCallsThingsInsideIsRepeatedInParts() {
    var name = "n".repeat(9_000);
    var nulls = String.join(",", java.util.Collections.nCopies(200, "\"\\u0000\""));

    var refused =
        clinic.api().post("/user/patient/create", "{\"meta\":{\"" + name + "\":[" + nulls + "]}}");

    assertThat(refused.violations()).hasSize(100);
    assertThat(refused.text()).contains("n".repeat(64) + "…").hasSizeLessThan(30_000);
  }

  @Test
  void whatIsRequiredAndAbsentIsMissing() {
    assertThat(clinic.api().post("/inventory/items/create", "{}").violations())
        .containsExactly("[body, name] missing", "[body, price] missing");
    assertThat(clinics.operator().post("/platform/tenants", "{}").violations())
        .containsExactly("[body, tenant] missing", "[body, name] missing");
  }

  @Test
  void everythingWrongIsNamedAtOnceInFieldOrder() {
    var refused =
        clinic
            .api()
            .post(
                "/billing/cart",
                """
                {"items": [{"quantity": 0, "unitPrice": -1, "itemId": 3},
                           {"item_id": "x", "discount_amount": "ten"},
                           7],
                 "status": "draft",
                 "discountPercentage": 101,
                 "notes": 5}
                """);

    assertThat(refused.violations())
        .containsExactly(
            "[body, patientId] missing",
            "[body, status] enum",
            "[body, notes] string_type",
            "[body, discountPercentage] less_than_equal",
            "[body, items, 0, itemId] string_type",
            "[body, items, 0, quantity] greater_than",
            "[body, items, 0, unitPrice] greater_than_equal",
            "[body, items, 1, discount_amount] int_parsing",
            "[body, items, 2] model_attributes_type");
  }

  @Test
  void whatIsWrongIsNamedAsTheClientSpelledIt() {
    assertThat(
            clinic
                .api()
                .post(
                    "/billing/cart",
                    "{\"patient_id\":1,\"items\":[{\"unit_price\":\"x\"},{\"unitPrice\":\"x\"}]}")
                .violations())
        .containsExactly(
            "[body, patient_id] string_type",
            "[body, items, 0, unit_price] int_parsing",
            "[body, items, 1, unitPrice] int_parsing");
  }

  @Test
  void eitherSpellingIsRead() {
    var item = clinic.item("Filler", 100);
    var lines = "[{\"%s\":\"" + item + "\",\"%s\":7}]";

    for (var spelled :
        List.of(
            "{\"patient_id\":\""
                + patient
                + "\",\"items\":"
                + lines.formatted("item_id", "unit_price")
                + "}",
            "{\"patientId\":\""
                + patient
                + "\",\"items\":"
                + lines.formatted("itemId", "unitPrice")
                + "}",
            "{\"patient_id\":\""
                + patient
                + "\",\"items\":"
                + lines.formatted("itemId", "unit_price")
                + "}")) {
      assertThat(clinic.api().post("/billing/cart", spelled).ok().number("/total")).isEqualTo(7);
    }
  }

  @Test
  void bothSpellingsAtOnceAreRefusedEvenIfTheyAgree() {

    assertThat(
            clinic
                .api()
                .post(
                    "/billing/cart",
                    "{\"patientId\":\"%s\",\"patient_id\":\"%s\"}".formatted(patient, patient))
                .violation())
        .isEqualTo("[body, patientId] value_error");
    assertThat(
            cart("\"items\":[{\"itemId\":\"x\",\"unitPrice\":1,\"unit_price\":null}]").violation())
        .isEqualTo("[body, items, 0, unitPrice] value_error");
  }

  @Test
  void fieldsNobodyKnowsAreIgnoredWhateverIsInThem() {
    var item = clinic.item("Filler", 100);

    var cart =
        clinic
            .api()
            .post(
                "/billing/cart",
                """
                {"patientId": "%s", "tenantId": "another", "tenant_id": "another", "total": 1, "subtotal": 1,
                 "version": 99, "": 1, "class": {"x": [1e999999999, "\\u0000"]}, "PatientId": 3, "Notes": 4,
                 "items": [{"itemId": "%s", "totalPrice": 1, "id": "mine", "taxAmount": -5}]}
                """
                    .formatted(patient, item))
            .ok();

    assertThat(cart.number("/total")).isEqualTo(100);
    assertThat(cart.json().at("/notes").isNull()).isTrue();
  }

  /** The id of a line is served with a cart and known to none of its requests. */
  @ParameterizedTest
  @ValueSource(strings = {"17", "true", "[]", "{\"a\":1}", "\"\\u0000\"", "null"})
  void anIdOfALineThatIsNoTextIsIgnored(String id) {
    var cart = line("\"id\":" + id).ok();
    var path = "/billing/cart/" + cart.at("/id");
    var line = "{\"itemId\":\"" + filler + "\",\"id\":" + id + "}";

    assertThat(clinic.api().post(path + "/items", line).ok().number("/total")).isEqualTo(2);
    assertThat(
            clinic
                .api()
                .put(path, "{\"patientId\":\"" + patient + "\",\"items\":[" + line + "]}")
                .ok()
                .number("/total"))
        .isEqualTo(1);
  }

  @Test
  void noRefusalRepeatsWhatWasSent() {
    var secret = "Jane.Doe.1988";
    var refusals =
        List.of(
            cart("\"status\":\"" + secret + "\""),
            cart("\"expiresDate\":\"" + secret + "\""),
            cart("\"id\":\"" + secret + " x\""),
            cart("\"items\":\"" + secret + "\""),
            cart("\"discountAmount\":\"" + secret + "\""),
            cart("\"discountPercentage\":\"" + secret + "\""),
            cart("\"notes\":\"" + secret.repeat(1000) + "\""),
            cart("\"notes\":\"" + secret + "\\u0000\""),
            cart("\"notes\":\"" + secret),
            cart("\"" + secret + "\":1,\"" + secret + "\":2"),
            clinic.api().post("/user/patient/create", "{\"dateOfBirth\":\"" + secret + "\"}"),
            clinic.api().post("/user/patient/create", "{\"email\":\"" + secret + "\"}"),
            clinic.api().post("/user/patient/create", "{\"addressValid\":\"" + secret + "\"}"),
            clinic.api().get("/billing/cart?page=" + secret),
            clinic.api().get("/billing/cart?statuses=" + secret),
            clinic.api().get("/billing/cart?sort_by=" + secret),
            clinic.api().get("/billing/cart?sort_direction=" + secret));

    for (var refusal : refusals) {
      refusal.refused(422);
      assertThat(refusal.text()).doesNotContain("Jane", "1988", "Exception", "org.", "java");
    }
  }

  private Answer item(String fields) {
    return clinic.api().post("/inventory/items/create", "{" + fields + "}");
  }

  private Answer cart(String fields) {
    return clinic.api().post("/billing/cart", "{\"patientId\":\"p\"," + fields + "}");
  }

  private Answer line(String fields) {
    return clinic
        .api()
        .post(
            "/billing/cart",
            "{\"patientId\":\"%s\",\"items\":[{\"itemId\":\"%s\",%s}]}"
                .formatted(patient, filler, fields));
  }

  private Answer send(byte[] body) {
    return clinic
        .api()
        .send(
            "POST",
            "/inventory/items/create",
            java.net.http.HttpRequest.BodyPublishers.ofByteArray(body))
        .refused(422);
  }
}
