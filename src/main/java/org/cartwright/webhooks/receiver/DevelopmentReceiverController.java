package org.cartwright.webhooks.receiver;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.platform.web.LocalRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A webhook to point at while trying out: takes whatever is sent to {@code /dev/hooks} and below,
 * and shows it as a page or as JSON, without a key and to this machine alone. It is no part of the
 * API and so not documented there.
 */
@Hidden
@RestController
@ConditionalOnProperty("cartwright.hooks")
class DevelopmentReceiverController {

  private static final String PATH = "/dev/hooks";
  private static final int MOST_READ = 64 * 1024;
  private static final List<String> TOLD =
      List.of(
          "Content-Type",
          "Decoda-Signature",
          "Decoda-Signature-Previous",
          "webhook-id",
          "webhook-timestamp",
          "webhook-signature");
  private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final DevelopmentReceiver receiver;
  private final ITemplateEngine thymeleaf;
  private final Clock clock;

  DevelopmentReceiverController(
      DevelopmentReceiver receiver, ITemplateEngine thymeleaf, Clock clock) {
    this.receiver = receiver;
    this.thymeleaf = thymeleaf;
    this.clock = clock;
  }

  /** Takes something, and answers the status that the address asks for. */
  @PostMapping({PATH, PATH + "/**"})
  ResponseEntity<Void> take(
      @RequestParam(name = "answer", defaultValue = "200") int answer, HttpServletRequest request)
      throws IOException {
    LocalRequests.require(request);
    var headers = new TreeMap<String, String>();
    for (var name : TOLD) {
      var value = request.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    var body = request.getInputStream().readNBytes(MOST_READ);
    receiver.take(
        new ReceivedHook(
            clock.instant(),
            request.getRequestURI().substring(PATH.length()),
            headers,
            new String(body, StandardCharsets.UTF_8)));
    return ResponseEntity.status(answer >= 200 && answer < 600 ? answer : 200).build();
  }

  /** What arrived, the newest first. */
  @GetMapping({PATH, PATH + "/**"})
  ResponseEntity<Object> received(
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request) {
    LocalRequests.require(request);
    var received = receiver.received(request.getRequestURI().substring(PATH.length()));
    var answer =
        ResponseEntity.ok()
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
            .header("X-Content-Type-Options", "nosniff")
            .header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    return HtmlPages.prefersAPage(accept)
        ? answer
            .contentType(PAGE)
            .body(thymeleaf.process("hooks", new Context(null, Map.of("hooks", received))))
        : answer.contentType(MediaType.APPLICATION_JSON).body(received);
  }
}
