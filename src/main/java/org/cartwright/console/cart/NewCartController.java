package org.cartwright.console.cart;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.cartwright.carts.Carts;
import org.cartwright.carts.api.CartCreate;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.patients.PatientQueries;
import org.cartwright.patients.Patients;
import org.cartwright.patients.api.PatientCreate;
import org.cartwright.patients.api.PatientLanguage;
import org.cartwright.patients.api.PatientSummaryWithMemberships;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.staff.DeskMember;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a cart begins: with somebody who is known, or who just walked in; as an empty one, or like
 * another.
 */
@Hidden
@Controller
class NewCartController {

  static final String PATH = HtmlPages.CONSOLE + "/new-cart";

  private static final String LIKE = "like";
  private static final int MOST_PATIENTS = 12;

  private final ConsolePages pages;
  private final Patients patients;
  private final PatientQueries known;
  private final Carts carts;
  private final CopyDesk copies;
  private final CartQueries queries;
  private final Validator validator;
  private final TransactionTemplate transaction;

  NewCartController(
      ConsolePages pages,
      Patients patients,
      PatientQueries known,
      Carts carts,
      CopyDesk copies,
      CartQueries queries,
      Validator validator,
      PlatformTransactionManager transactions) {
    this.pages = pages;
    this.patients = patients;
    this.known = known;
    this.carts = carts;
    this.copies = copies;
    this.queries = queries;
    this.validator = validator;
    transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param like the cart that it is to be like; empty for none
   */
  @GetMapping(PATH)
  ResponseEntity<?> find(
      @RequestParam(name = "q", defaultValue = "") String search,
      @RequestParam(name = LIKE, defaultValue = "") String like,
      HttpServletRequest request) {
    return page(Trouble.NONE, search, like, request);
  }

  @PostMapping(PATH)
  ResponseEntity<?> open(
      @RequestParam(name = "patient", defaultValue = "") String patient,
      @RequestParam(name = LIKE, defaultValue = "") String like,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return Trouble.answering(
        Typed.of("known", request),
        () -> open(patient, like, session.member()),
        NewCartController::to,
        trouble -> page(trouble, "", like, request));
  }

  private CartSummary open(String patient, String like, DeskMember by) {
    return like.isEmpty()
        ? carts.open(CartCreate.empty(patient, by.id()))
        : copies.copy(like, patient, by.role());
  }

  private static ResponseEntity<?> to(CartSummary cart) {
    return ConsolePages.seeOther(CartPageController.CARTS + "/" + cart.id());
  }

  /** Enters a patient and begins their cart: both, or neither. */
  @PostMapping(PATH + "/walk-in")
  ResponseEntity<?> walkIn(
      @RequestParam(name = LIKE, defaultValue = "") String like,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("walk-in", request);
    var wanted =
        PatientCreate.of(
            typed.orNone("firstName"),
            typed.orNone("lastName"),
            typed.orNone("phoneNumber"),
            typed.orNone("email"));
    var reasons = new HashMap<String, String>();
    if (wanted.firstName() == null && wanted.lastName() == null) {
      reasons.put("firstName", "problem.name");
    }
    var language = new PatientLanguage(typed.orNone("language"));
    Stream.concat(validator.validate(wanted).stream(), validator.validate(language).stream())
        .map(violation -> violation.getPropertyPath().toString())
        .forEach(field -> reasons.put(field, "problem." + field));
    if (!reasons.isEmpty()) {
      return page(Trouble.of(typed, typed.problem(reasons)), "", like, request);
    }
    return Trouble.answering(
        typed,
        () ->
            transaction.execute(
                status -> open(patients.enter(wanted, language).id(), like, session.member())),
        NewCartController::to,
        trouble -> page(trouble, "", like, request));
  }

  private ResponseEntity<?> page(
      Trouble trouble, String search, String like, HttpServletRequest request) {
    var asked = Asked.search(search);
    var found =
        asked.isEmpty()
            ? List.<PatientSummaryWithMemberships>of()
            : known.search(asked, MOST_PATIENTS);
    found.forEach(patient -> Trail.shows("patient", patient.id()));
    var words = new HashMap<String, Object>();
    words.put("search", asked);
    words.put("found", found);
    trouble.tell(words);
    words.put(LIKE, like.isEmpty() ? null : shown(queries.get(like)));
    return HtmlPages.page(trouble.status()).body(pages.page("new-cart", request, words));
  }

  private static CartSummary shown(CartSummary cart) {
    Trail.shows("cart", cart.id());
    Trail.shows("patient", cart.patient().id());
    return cart;
  }
}
