package org.cartwright.console.signin;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.SecretToken;
import org.cartwright.console.sessions.SignInTokens;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.staff.DeskMember;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.EntryRefused;
import org.cartwright.tenancy.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a link leads, and the demo's short cut. To open a link lets nobody in, and uses nothing up:
 * the scanners of mail servers open them too. Who presses the button is in.
 */
@Hidden
@Controller
class EntryController {

  private static final String LINK = SignInController.DOOR + "/{tenant}/{token}";

  private final ConsolePages pages;
  private final SignInTokens tokens;
  private final Tenants tenants;
  private final Entry entry;
  private final DemoStaff demo;
  private final ApplicationEventPublisher announcements;

  EntryController(
      ConsolePages pages,
      SignInTokens tokens,
      Tenants tenants,
      Entry entry,
      DemoStaff demo,
      ApplicationEventPublisher announcements) {
    this.pages = pages;
    this.tokens = tokens;
    this.tenants = tenants;
    this.entry = entry;
    this.demo = demo;
    this.announcements = announcements;
  }

  @GetMapping(LINK)
  ResponseEntity<?> open(
      @PathVariable String tenant, @PathVariable String token, HttpServletRequest request) {
    return bearer(tenant, token)
        .<ResponseEntity<?>>map(
            member ->
                HtmlPages.page(200)
                    .body(
                        pages.page(
                            "link", request, Map.of("clinic", clinic(tenant), "member", member))))
        .orElseGet(() -> dead(tenant, request));
  }

  @PostMapping(path = LINK, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<?> enter(
      @PathVariable String tenant, @PathVariable String token, HttpServletRequest request) {
    return bearer(tenant, token)
        .filter(member -> Caller.ofStaff(tenant, member.id()).call(() -> tokens.use(token)))
        .<ResponseEntity<?>>map(member -> entry.letIn(tenant, member, request))
        .orElseGet(() -> dead(tenant, request));
  }

  @PostMapping(
      path = SignInController.DOOR + "/demo",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<?> demo(
      @RequestParam(name = "provider", defaultValue = "") String provider,
      HttpServletRequest request) {
    return demo.find(provider)
        .<ResponseEntity<?>>map(one -> entry.letIn(one.tenant(), one.member(), request))
        .orElseThrow(() -> Missing.a("Provider"));
  }

  private Optional<DeskMember> bearer(String tenant, String token) {
    return Tenants.isPossible(tenant) && SecretToken.isPossible(token)
        ? CurrentTenant.call(tenant, () -> tokens.bearer(token))
        : Optional.empty();
  }

  private String clinic(String tenant) {
    return CurrentTenant.call(tenant, () -> tenants.current().name());
  }

  /** The same for whatever leads nowhere: never sent, used, over, or of somebody who left. */
  private ResponseEntity<?> dead(String tenant, HttpServletRequest request) {
    announcements.publishEvent(new EntryRefused(tenant, SignInMail.ACTION, 404));
    return HtmlPages.page(404).body(pages.notice("signin.dead", SignInController.DOOR, request));
  }
}
