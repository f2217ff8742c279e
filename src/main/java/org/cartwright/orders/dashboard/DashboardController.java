package org.cartwright.orders.dashboard;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.orders.DraftCleanup;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.paging.SortDirection;
import org.cartwright.platform.web.CsvStream;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of draft orders over HTTP. */
@RestController
@RequestMapping("/orders")
@Tag(name = "Draft orders", description = "Carts as the draft orders of a shop.")
class DashboardController {

  private static final int LONGEST_SEARCH = 200;

  private final DraftList drafts;
  private final DraftCleanup cleanup;
  private final Tenants tenants;

  DashboardController(DraftList drafts, DraftCleanup cleanup, Tenants tenants) {
    this.drafts = drafts;
    this.cleanup = cleanup;
    this.tenants = tenants;
  }

  @GetMapping("/drafts")
  @Operation(operationId = "list_drafts")
  DraftPage page(
      @RequestParam(name = "market_id", required = false) @Nullable String marketId,
      @Parameter(array = @ArraySchema(schema = @Schema(type = "string")))
          @RequestParam(name = "statuses", required = false)
          @Nullable List<CartStatus> statuses,
      @RequestParam(name = "created_from", required = false) @Nullable Moment createdFrom,
      @RequestParam(name = "created_to", required = false) @Nullable Moment createdTo,
      @RequestParam(name = "total_from", required = false) @Min(0) @Nullable Long totalFrom,
      @RequestParam(name = "total_to", required = false) @Min(0) @Nullable Long totalTo,
      @RequestParam(name = "search", required = false) @Size(max = LONGEST_SEARCH)
          @Nullable String search,
      @RequestParam(name = "page", required = false) @Min(1) @Nullable Integer page,
      @RequestParam(name = "per_page", required = false) @Min(1) @Max(Paging.LARGEST_SIZE)
          @Nullable Integer perPage,
      @RequestParam(name = "sort_by", required = false) @Nullable DraftSort sortBy,
      @RequestParam(name = "sort_direction", required = false)
          @Nullable SortDirection sortDirection) {
    return drafts.page(
        criteria(marketId, statuses, createdFrom, createdTo, totalFrom, totalTo, search),
        sortBy == null ? DraftSort.created_date : sortBy,
        sortBy == null && sortDirection == null ? SortDirection.desc : sortDirection,
        Paging.of(page, perPage));
  }

  @GetMapping("/drafts.csv")
  @CsvStream.Answered
  @Operation(operationId = "list_drafts_as_csv")
  void table(
      @RequestParam(name = "market_id", required = false) @Nullable String marketId,
      @Parameter(array = @ArraySchema(schema = @Schema(type = "string")))
          @RequestParam(name = "statuses", required = false)
          @Nullable List<CartStatus> statuses,
      @RequestParam(name = "created_from", required = false) @Nullable Moment createdFrom,
      @RequestParam(name = "created_to", required = false) @Nullable Moment createdTo,
      @RequestParam(name = "total_from", required = false) @Min(0) @Nullable Long totalFrom,
      @RequestParam(name = "total_to", required = false) @Min(0) @Nullable Long totalTo,
      @RequestParam(name = "search", required = false) @Size(max = LONGEST_SEARCH)
          @Nullable String search,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    var wanted = criteria(marketId, statuses, createdFrom, createdTo, totalFrom, totalTo, search);
    CsvStream.write(
        "drafts",
        DraftTable.COLUMNS,
        position -> drafts.chunk(wanted, position),
        DraftTable::cells,
        response);
  }

  @Schema(
      name = "DraftCleanupRequest",
      description = "Which drafts to delete, and whether only to count them.",
      example =
          """
          {"olderThanDays": 90, "dryRun": true}""")
  record CleanupRequest(
      @Schema(description = "For how many days nobody has changed them.", example = "90")
          @Min(1)
          @Max(36_500)
          int olderThanDays,
      @Schema(description = "Whether they are only counted, and none is deleted.") @Default("true")
          boolean dryRun) {}

  @Schema(
      name = "DraftCleanupResult",
      description = "How many drafts were deleted or counted, and how many are left.")
  record CleanupResult(
      @Schema(description = "How many were deleted, or would be.", example = "12") long count,
      @Schema(
              description =
                  "How many are still there: they were only counted, somebody was just changing "
                      + "them, or they could not be deleted. The next request tries them again.",
              example = "12")
          long left) {}

  @PostMapping("/drafts/cleanup")
  @Operation(operationId = "clean_up_drafts")
  CleanupResult cleanUp(@RequestBody CleanupRequest wanted) {
    var days = wanted.olderThanDays();
    if (wanted.dryRun()) {
      var count = cleanup.count(days);
      return new CleanupResult(count, count);
    }
    var outcome = cleanup.delete(days);
    return new CleanupResult(outcome.deleted(), outcome.left());
  }

  /** A day alone is all of it, where the shop is. */
  private DraftCriteria criteria(
      @Nullable String marketId,
      @Nullable List<CartStatus> statuses,
      @Nullable Moment createdFrom,
      @Nullable Moment createdTo,
      @Nullable Long totalFrom,
      @Nullable Long totalTo,
      @Nullable String search) {
    return new DraftCriteria(
        marketId,
        statuses == null ? List.of() : statuses,
        createdFrom == null ? null : createdFrom.firstInstantIn(() -> tenants.current().timeZone()),
        createdTo == null ? null : createdTo.lastInstantIn(() -> tenants.current().timeZone()),
        totalFrom,
        totalTo,
        search == null || search.isBlank() ? null : search.strip());
  }
}
