package org.cartwright.messages.inbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.platform.web.LocalRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Shows the inbox to whoever sits at this machine, as a page or as JSON, without a key. It is no
 * part of the API and so not documented there.
 */
@Hidden
@RestController
@ConditionalOnProperty("cartwright.inbox")
class InboxController {

  private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final DevelopmentInbox inbox;
  private final ITemplateEngine thymeleaf;

  InboxController(DevelopmentInbox inbox, ITemplateEngine thymeleaf) {
    this.inbox = inbox;
    this.thymeleaf = thymeleaf;
  }

  @GetMapping("/dev/inbox")
  ResponseEntity<Object> inbox(
      @RequestParam(name = "tenant", required = false) @Nullable String tenant,
      @RequestParam(name = "to", required = false) @Nullable String to,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request) {
    LocalRequests.require(request);
    var caught = inbox.caught(tenant, to);
    var answer =
        ResponseEntity.ok()
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
            .header("Referrer-Policy", "no-referrer")
            .header("X-Content-Type-Options", "nosniff")
            .header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    return HtmlPages.prefersAPage(accept)
        ? answer.contentType(PAGE).body(page(caught))
        : answer.contentType(MediaType.APPLICATION_JSON).body(caught);
  }

  /** A file that came with a message. */
  @GetMapping("/dev/inbox/{tenant}/{id}/attachment")
  ResponseEntity<byte[]> attachment(
      @PathVariable("tenant") String tenant,
      @PathVariable("id") String id,
      HttpServletRequest request) {
    LocalRequests.require(request);
    return inbox
        .attachment(tenant, id)
        .map(
            pdf ->
                ResponseEntity.ok()
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header("X-Content-Type-Options", "nosniff")
                    .contentType(MediaType.APPLICATION_PDF)
                    .body(pdf))
        .orElseThrow(() -> Missing.a("Attachment"));
  }

  private String page(List<CaughtMessage> caught) {
    return thymeleaf.process("inbox", new Context(Locale.ROOT, Map.of("messages", caught)));
  }
}
