package org.cartwright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfResponseTests {

  @ParameterizedTest
  @CsvSource({
    "quote-quote_01k.A-b, quote-quote_01k.A-b.pdf",
    "'quote-a\"; x=\"b\r\nSet-Cookie: c', quote-axbSet-Cookiec.pdf",
    "quote-../Größe, quote-..Gre.pdf"
  })
  void aNameIsNothingButAName(String name, String file) {
    assertThat(PdfResponse.named(name, new byte[0]).getHeaders().getFirst("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + file + "\"");
  }
}
