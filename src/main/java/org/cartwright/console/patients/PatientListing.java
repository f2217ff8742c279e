package org.cartwright.console.patients;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.patients.tags.PatientTagSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Slice;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of patients as it is shown.
 *
 * @param search what was searched for; empty for none
 * @param page from 1 on
 */
record PatientListing(String search, int page, boolean hasMore, List<Row> rows) {

  static final int SIZE = 25;

  /** Nobody turns that many pages; they narrow it down. */
  static final int MOST_PAGES = 40;

  /** A patient. */
  record Row(
      String id,
      String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable LocalDate born,
      List<String> tags) {}

  static PatientListing of(String search, int page, Slice<PatientSummary> found) {
    return new PatientListing(
        search,
        page,
        found.hasNext() && page < MOST_PAGES,
        found.getContent().stream()
            .map(
                patient ->
                    new Row(
                        patient.id(),
                        PatientSheet.named(patient),
                        patient.phoneNumber(),
                        patient.email(),
                        patient.dateOfBirth(),
                        Objects.requireNonNullElse(patient.tags(), List.<PatientTagSummary>of())
                            .stream()
                            .map(PatientSheet::label)
                            .toList()))
            .toList());
  }

  /** Where another page of the same is; also for the template. */
  public String at(int otherPage) {
    var address = UriComponentsBuilder.fromPath(PatientsController.PATH);
    if (!search.isEmpty()) {
      address.queryParam("q", "{q}");
    }
    if (otherPage > 1) {
      address.queryParam("page", otherPage);
    }
    return address.encode().buildAndExpand(Map.of("q", search)).toUriString();
  }
}
