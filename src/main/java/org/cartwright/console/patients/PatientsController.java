package org.cartwright.console.patients;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.patients.PatientQueries;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of patients, searched as the API searches. */
@Hidden
@Controller
class PatientsController {

  static final String PATH = HtmlPages.CONSOLE + "/patients";

  private final ConsolePages pages;
  private final PatientQueries patients;

  PatientsController(ConsolePages pages, PatientQueries patients) {
    this.pages = pages;
    this.patients = patients;
  }

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @RequestParam(name = "q", defaultValue = "") String search,
      @RequestParam(name = "page", defaultValue = "") String page,
      HttpServletRequest request) {
    var asked = Asked.search(search);
    var number = Math.min(Asked.page(page), PatientListing.MOST_PAGES);
    var found = patients.found(asked, new Paging(number, PatientListing.SIZE));
    found.forEach(patient -> Trail.shows("patient", patient.id()));
    return HtmlPages.page(200)
        .body(
            pages.page(
                "patients", request, Map.of("listing", PatientListing.of(asked, number, found))));
  }
}
