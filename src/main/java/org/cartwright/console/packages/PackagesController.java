package org.cartwright.console.packages;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cartwright.catalog.packages.PackageCriteria;
import org.cartwright.catalog.packages.Packages;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of packages on sale, searched as the API searches. */
@Hidden
@Controller
class PackagesController {

  static final String PATH = HtmlPages.CONSOLE + "/catalog/packages";

  private final ConsolePages pages;
  private final Packages packages;
  private final Tenants tenants;

  PackagesController(ConsolePages pages, Packages packages, Tenants tenants) {
    this.pages = pages;
    this.packages = packages;
    this.tenants = tenants;
  }

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @RequestParam(name = "q", defaultValue = "") String search,
      @RequestParam(name = "page", defaultValue = "") String page,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var asked = Asked.search(search, PackageListing.LONGEST_SEARCH);
    var number = Asked.page(page);
    var criteria =
        new PackageCriteria(null, asked.isEmpty() ? null : asked, null, null, null, null);
    var found = packages.page(criteria, new Paging(number, PackageListing.SIZE));
    return HtmlPages.page(200)
        .body(
            pages.page(
                "packages",
                request,
                Map.of(
                    "listing",
                    PackageListing.of(asked, number, found, tenants.current()),
                    "mayChange",
                    session.member().role().mayChangeCatalog())));
  }
}
