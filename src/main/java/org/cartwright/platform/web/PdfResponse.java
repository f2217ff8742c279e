package org.cartwright.platform.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a PDF to be saved, whatever the client says it accepts: there is no other form. */
public final class PdfResponse {

  /**
   * Says of an operation that its answer is one. Not said by {@code produces}, which would refuse
   * clients that only name the form of the errors.
   */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @ApiResponse(
      responseCode = "200",
      description = "The PDF, as a file with a name.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PDF_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  public @interface Answered {}

  private PdfResponse() {}

  /**
   * The answer, which is kept by nobody on the way.
   *
   * @param name without its ending, such as {@code quote-quote_01k}; what no file should be called
   *     is left out
   */
  public static ResponseEntity<byte[]> named(String name, byte[] pdf) {
    return answer(ContentDisposition.attachment(), name, pdf);
  }

  /** The same, to be looked at rather than saved. */
  public static ResponseEntity<byte[]> shown(String name, byte[] pdf) {
    return answer(ContentDisposition.inline(), name, pdf);
  }

  private static ResponseEntity<byte[]> answer(
      ContentDisposition.Builder how, String name, byte[] pdf) {
    var safe = name.replaceAll("[^A-Za-z0-9._-]", "");
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, how.filename(safe + ".pdf").build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(pdf);
  }
}
