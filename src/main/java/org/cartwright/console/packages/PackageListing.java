package org.cartwright.console.packages;

import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import org.cartwright.catalog.packages.PackageDetail;
import org.cartwright.catalog.packages.PackageItem;
import org.cartwright.console.page.Asked;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A page of packages as it is shown.
 *
 * @param search a part of the name; empty for none
 * @param total how many there are on all pages, as the clinic writes it
 * @param pages how many of those there are
 */
record PackageListing(
    String search, List<Row> rows, String total, long count, int page, int pages) {

  static final int SIZE = 25;
  static final int LONGEST_SEARCH = 255;

  private static final int MOST_CONTENTS = 6;

  /**
   * A package.
   *
   * @param contents the first things in it
   * @param more how many there are beside those
   */
  record Row(
      String id,
      String name,
      @Nullable String category,
      List<String> contents,
      int more,
      String price) {}

  static PackageListing of(String search, int page, Page<PackageDetail> found, Tenant tenant) {
    var figures = tenant.figures(tenant.currency());
    return new PackageListing(
        search,
        found.data().stream()
            .map(
                offered -> {
                  var contents = PackageForm.contents(offered);
                  return new Row(
                      offered.id(),
                      offered.name(),
                      offered.category(),
                      contents.stream().limit(MOST_CONTENTS).map(PackageListing::named).toList(),
                      Math.max(0, contents.size() - MOST_CONTENTS),
                      figures.money(offered.price()));
                })
            .toList(),
        NumberFormat.getIntegerInstance(tenant.locale()).format(found.total()),
        found.total(),
        page,
        Asked.pages(found.total(), SIZE));
  }

  /** Something in a package, with how many of it there are if that is more than one. */
  static String named(PackageItem part) {
    var name = part.item() == null ? part.itemId() : part.item().name();
    return part.quantity() == null || part.quantity() == 1 ? name : part.quantity() + " × " + name;
  }

  /** Where another page of the same is; also for the template. */
  public String at(int otherPage) {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("q", List.of(search));
    parameters.put("page", List.of(otherPage > 1 ? Integer.toString(otherPage) : ""));
    return Asked.address(PackagesController.PATH, parameters);
  }
}
