package org.cartwright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.thymeleaf.ITemplateEngine;

@CartwrightTest
class HomeControllerTests {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @Autowired private Clinics clinics;
  @Autowired private ITemplateEngine templates;

  @Test
  void aPersonFindsAPageThatLeadsOnAndLoadsNothingFromElsewhere() {
    var page = clinics.nobody().with("Accept", BROWSER).get("/").ok();

    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.headers().allValues("Vary")).contains("Accept");
    HtmlPages.HEADERS.forEach(
        (name, value) ->
            assertThat(page.headers().allValues(name)).as(name).containsExactly(value));
    assertThat(page.text())
        .contains("<h1>Cartwright</h1>", "href=\"/docs\"", "href=\"/v3/api-docs\"")
        .doesNotContain(
            "<script",
            "style=",
            "<style",
            "http://",
            "https://",
            "demo-key",
            "shop-key",
            "/dev/inbox");
  }

  @Test
  void whereTheDatabaseStartedByItselfThePageNamesTheInboxAndTheDemo() throws Exception {
    var answer = new HomeController(templates, true, true).home(BROWSER);

    assertThat(String.valueOf(answer.getBody()))
        .contains("href=\"/dev/inbox\"", "<code>demo-key</code>", "<code>shop-key</code>");
    assertThat(new HomeController(templates, true, true).home(null).getBody())
        .isEqualTo(new HomeController.Home("Cartwright", "/docs", "/v3/api-docs", "/dev/inbox"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "application/json, text/html", "nonsense"})
  void aProgramIsToldInJson(String accept) {
    var answer = clinics.nobody().with("Accept", accept).get("/").ok();

    assertThat(answer.text())
        .isEqualTo(
            "{\"name\":\"Cartwright\",\"documentation\":\"/docs\",\"openapi\":\"/v3/api-docs\",\"inbox\":null}");
    clinics.nobody().post("/", "{}").refused(405);
  }
}
