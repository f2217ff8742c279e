package org.cartwright.console.settings;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.documents.Logo;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.TenantProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What a clinic says of itself, and its logo. The settings begin here. */
@Hidden
@Controller
class ClinicController {

  private static final String PATH = SettingsDoor.PATH + "/clinic";
  static final String LOGO = PATH + "/logo";

  private final ConsolePages pages;
  private final ClinicDesk desk;

  ClinicController(ConsolePages pages, ClinicDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @GetMapping(SettingsDoor.PATH)
  ResponseEntity<?> begin() {
    return ConsolePages.seeOther(PATH);
  }

  @GetMapping(PATH)
  ResponseEntity<?> clinic(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return page(Trouble.NONE, session, request);
  }

  @PostMapping(PATH)
  ResponseEntity<?> change(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of(ClinicForm.NAME, request);
    return answer(Trouble.of(typed, () -> desk.change(typed, session)), session, request);
  }

  /** The logo as a picture. */
  @GetMapping(LOGO)
  ResponseEntity<byte[]> logo(@AuthenticationPrincipal ConsoleSession session) {
    var picture = desk.logo(session).orElseThrow(() -> Missing.a("Logo"));
    var isPng = picture[0] == (byte) 0x89;
    return ResponseEntity.ok()
        .contentType(isPng ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
        .body(picture);
  }

  @PostMapping(path = LOGO, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<?> hang(
      @RequestParam(name = ClinicDesk.PICTURE, required = false) @Nullable MultipartFile picture,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request)
      throws IOException {
    var typed = Typed.of("logo", request);
    byte[] bytes = picture == null ? new byte[0] : read(picture);
    return answer(Trouble.of(typed, () -> desk.hang(bytes, typed, session)), session, request);
  }

  /** No more than shows that it is too much. */
  private static byte[] read(MultipartFile picture) throws IOException {
    try (var stream = picture.getInputStream()) {
      return stream.readNBytes(Logo.MAX_BYTES + 1);
    }
  }

  @PostMapping(LOGO + "/delete")
  ResponseEntity<?> takeDown(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of("no-logo", request);
    return answer(Trouble.of(typed, () -> desk.takeDown(typed, session)), session, request);
  }

  private ResponseEntity<?> answer(
      Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    return trouble.isNone() ? ConsolePages.seeOther(PATH) : page(trouble, session, request);
  }

  private ResponseEntity<?> page(
      Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    var clinic = desk.clinic(session);
    var words = new HashMap<String, Object>();
    words.put("form", ClinicForm.of(TenantProfile.of(clinic)));
    words.put("names", ClinicForm.NAMES);
    words.put("logo", ClinicDesk.seen(desk.logo(session)));
    words.put("id", clinic.id());
    words.put("timeZone", clinic.timeZone().getId());
    words.put("currency", clinic.currency().getCurrencyCode());
    words.put("locale", clinic.locale().getDisplayName(ConsolePages.language(request)));
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("clinic", request, words));
  }
}
