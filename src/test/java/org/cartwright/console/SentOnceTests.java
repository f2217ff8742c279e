package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** Whoever presses a button twice does not make two of what would both be there. */
class SentOnceTests {

  private static final Pattern FORM = Pattern.compile("<form[^>]* method=\"post\"[^>]*>");

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      textBlock =
          """
          market action="|${at}/taxes|"
          market action="|${at}/services|"
          new-market action="/console/catalog/markets/new"
          new-coupon action="/console/catalog/coupons/new"
          new-product action="/console/catalog/products/new"
          item action="${at}"
          package action="${at}"
          tax action="${at}"
          new-draft action="/console/drafts/new"
          new-cart action="/console/new-cart"
          draft action="|${at}/duplicate|"
          cart action="|${at}/duplicate|"
          patient-form action="${at}"
          staff action="/console/staff"
          keys action="/console/settings/keys"
          """)
  void whatMakesSomethingNewIsSentOnce(String template, String action) throws IOException {
    var page =
        new ClassPathResource("templates/console/%s.html".formatted(template))
            .getContentAsString(StandardCharsets.UTF_8);

    var forms =
        FORM.matcher(page)
            .results()
            .map(found -> found.group())
            .filter(form -> form.contains(action))
            .toList();

    assertThat(forms).isNotEmpty().allSatisfy(form -> assertThat(form).contains(" data-once "));
  }
}
