package org.cartwright.console.packages;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.cartwright.catalog.items.ItemCriteria;
import org.cartwright.catalog.items.Items;
import org.cartwright.catalog.packages.PackageDetail;
import org.cartwright.catalog.packages.Packages;
import org.cartwright.console.catalog.OfferPages;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A package's page, where managers and owners change it and others look at it. */
@Hidden
@Controller
class PackagePageController extends OfferPages<PackageDetail> {

  private static final String NEW = HtmlPages.CONSOLE + "/catalog/new-package";
  private static final String PACKAGE = PackagesController.PATH + "/{package_id}";
  private static final String FORM = "package";
  private static final int MOST_FOUND = 20;

  private final PackageDesk desk;
  private final Packages packages;
  private final Items items;
  private final Tenants tenants;

  PackagePageController(
      ConsolePages pages, PackageDesk desk, Packages packages, Items items, Tenants tenants) {
    super(pages, tenants, "package", PackagesController.PATH);
    this.desk = desk;
    this.packages = packages;
    this.items = items;
    this.tenants = tenants;
  }

  /** An item that can be put into the package. */
  record Found(String id, String name, String price) {}

  @GetMapping(NEW)
  ResponseEntity<?> fresh(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return page(null, Trouble.NONE, session, request);
  }

  @PostMapping(NEW)
  ResponseEntity<?> enter(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of(FORM, request);
    return entered(typed, () -> desk.enter(typed, session), session, request);
  }

  @GetMapping(PACKAGE)
  ResponseEntity<?> offered(
      @PathVariable("package_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page(packages.get(id), Trouble.NONE, session, request);
  }

  @PostMapping(PACKAGE)
  ResponseEntity<?> change(
      @PathVariable("package_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of(FORM, request);
    return changed(id, typed, () -> desk.change(id, typed, session), session, request);
  }

  @PostMapping(PACKAGE + "/sale")
  ResponseEntity<?> sell(
      @PathVariable("package_id") String id,
      @RequestParam(name = "on", defaultValue = "false") boolean isOnSale,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("sale", request);
    return changed(
        id,
        typed,
        () -> {
          if (isOnSale) {
            desk.bringBack(id, typed, session);
          } else {
            desk.withdraw(id, typed, session);
          }
        },
        session,
        request);
  }

  @Override
  protected PackageDetail get(String id) {
    return packages.get(id);
  }

  @Override
  protected Offered described(PackageDetail offered) {
    return new Offered(offered.id(), offered.name(), offered.isArchived(), offered.price());
  }

  @Override
  protected void tell(
      @Nullable PackageDetail offered,
      Map<String, Object> words,
      ConsoleSession session,
      HttpServletRequest request) {
    var given = request.getParameter("q");
    var search = given == null ? "" : Asked.search(given, PackageListing.LONGEST_SEARCH);
    var mayChange = session.member().role().mayChangeCatalog();
    words.put("form", offered == null ? PackageForm.NEW : PackageForm.of(offered, desk.figures()));
    words.put("search", search);
    words.put("found", mayChange && !search.isEmpty() ? found(search) : List.of());
  }

  private List<Found> found(String search) {
    var tenant = tenants.current();
    var figures = tenant.figures(tenant.currency());
    var criteria = new ItemCriteria(null, search, null, null, false, null, null);
    return items.page(criteria, new Paging(1, MOST_FOUND)).data().stream()
        .map(item -> new Found(item.id(), item.name(), figures.money(item.price())))
        .toList();
  }
}
