package org.cartwright.console.signin;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody says who they are and is sent a link. */
@Hidden
@Controller
class SignInController {

  static final String DOOR = HtmlPages.CONSOLE + "/sign-in";

  private static final int LONGEST_CLINIC = 63;
  private static final int LONGEST_EMAIL = 320;

  private final ConsolePages pages;
  private final SignInMail mail;
  private final DemoStaff demo;
  private final boolean hasInbox;

  SignInController(
      ConsolePages pages,
      SignInMail mail,
      DemoStaff demo,
      @Value("${cartwright.inbox:false}") boolean inbox,
      @Value("${cartwright.embedded:false}") boolean embedded) {
    this.pages = pages;
    this.mail = mail;
    this.demo = demo;
    hasInbox = inbox && embedded;
  }

  /** What stands in the form, and what is the matter with it, by keys of the texts. */
  record Form(
      String clinic, String email, @Nullable String clinicProblem, @Nullable String emailProblem) {

    static Form of(String clinic, String email) {
      return new Form(
          clinic,
          email,
          clinic.isEmpty() || clinic.length() > LONGEST_CLINIC ? "signin.clinic.missing" : null,
          email.indexOf('@') < 1 || email.length() > LONGEST_EMAIL ? "signin.email.missing" : null);
    }

    boolean isGood() {
      return clinicProblem == null && emailProblem == null;
    }
  }

  @GetMapping(DOOR)
  ResponseEntity<?> door(HttpServletRequest request) {
    return ConsoleSession.current().isPresent()
        ? Entry.leadingTo(HtmlPages.CONSOLE).build()
        : page(200, new Form("", "", null, null), request);
  }

  @PostMapping(path = DOOR, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<?> ask(
      @RequestParam(name = "clinic", defaultValue = "") String clinic,
      @RequestParam(name = "email", defaultValue = "") String email,
      HttpServletRequest request) {
    var form = Form.of(clinic.strip().toLowerCase(Locale.ROOT), email.strip());
    if (!form.isGood()) {
      return page(422, form, request);
    }
    if (!mail.isPossible()) {
      return HtmlPages.page(409).body(pages.notice("signin.impossible", DOOR, request));
    }
    return mail.ask(form.clinic(), form.email())
        ? Entry.leadingTo(DOOR + "/sent").build()
        : HtmlPages.page(429).body(pages.notice("error.429", DOOR, request));
  }

  @GetMapping(DOOR + "/sent")
  ResponseEntity<?> sent(HttpServletRequest request) {
    return HtmlPages.page(200).body(pages.page("sent", request, Map.of("hasInbox", hasInbox)));
  }

  private ResponseEntity<?> page(int status, Form form, HttpServletRequest request) {
    var words = new HashMap<String, Object>();
    words.put("form", form);
    words.put("hasInbox", hasInbox);
    words.put("demo", demo.all());
    return HtmlPages.page(status).body(pages.page("sign-in", request, words));
  }
}
