package org.cartwright.patients;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.cartwright.platform.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Patient tags over HTTP. */
@RestController
@RequestMapping("/user/patient")
@Tag(name = "Patient tags", description = "Words that staff sort patients by.")
class PatientTagController {

  private final PatientTags tags;

  PatientTagController(PatientTags tags) {
    this.tags = tags;
  }

  /** Which way a list runs; spelled as clients write it. */
  enum Direction {
    asc,
    desc
  }

  @GetMapping("/tags/list")
  @Operation(
      operationId = "get_patient_tags_user_patient_tags_list_get",
      summary = "List tags",
      description = "A page of the clinic's tags, by name unless asked otherwise.")
  Page<PatientTagSummary> list(
      @Parameter(description = "From 1, which is the default.")
          @RequestParam(name = "page", required = false)
          @Min(1)
          @Nullable Integer page,
      @Parameter(description = "50 if left out, at most 1,000.")
          @RequestParam(name = "per_page", required = false)
          @Min(1)
          @Max(1000)
          @Nullable Integer perPage,
      @RequestParam(name = "sort_by", required = false) TagFilter.@Nullable Order sortBy,
      @RequestParam(name = "sort_direction", required = false) @Nullable Direction sortDirection,
      @Parameter(description = "Accepted without effect: tags belong to the whole clinic.")
          @RequestParam(name = "location_id", required = false)
          @Nullable String locationId,
      @Parameter(description = "A part of the name, in any case.")
          @RequestParam(name = "name", required = false)
          @Size(max = 200)
          @Nullable String name,
      @RequestParam(name = "is_active", required = false) @Nullable Boolean isActive) {
    return tags.page(
        new TagFilter(
            name,
            isActive,
            sortBy == null ? TagFilter.Order.name : sortBy,
            sortDirection == Direction.desc,
            page == null ? 1 : page,
            perPage == null ? 50 : perPage));
  }

  @PostMapping("/tags")
  @Operation(
      operationId = "create_patient_tag_user_patient_tags_post",
      summary = "Define a tag",
      description = "Refused with 409 if there is one of this name, in any case.")
  PatientTagSummary create(@RequestBody PatientTagCreate wanted) {
    return tags.define(wanted);
  }

  @GetMapping("/tags/{tag_id}")
  @Operation(
      operationId = "get_patient_tag_user_patient_tags__tag_id__get",
      summary = "A tag and how many patients have it")
  PatientTagDetail detail(@PathVariable("tag_id") String tagId) {
    return tags.detail(tagId);
  }

  @PutMapping("/tags/{tag_id}")
  @Operation(
      operationId = "update_patient_tag_user_patient_tags__tag_id__put",
      summary = "Change a tag",
      description = "Fields left out stay as they are.")
  PatientTagSummary update(
      @PathVariable("tag_id") String tagId, @RequestBody PatientTagUpdate wanted) {
    return tags.change(tagId, wanted);
  }

  @DeleteMapping("/tags/{tag_id}")
  @Operation(
      operationId = "delete_patient_tag_user_patient_tags__tag_id__delete",
      summary = "Delete a tag",
      description = "The patients that had it lose it.")
  Map<String, String> delete(@PathVariable("tag_id") String tagId) {
    tags.delete(tagId);
    return Map.of("message", "The tag is deleted.");
  }

  @PostMapping("/{patient_id}/tags")
  @Operation(
      operationId = "assign_patient_tags_user_patient__patient_id__tags_post",
      summary = "Give a patient tags",
      description = "In place of the present ones; an empty list takes all away.")
  Map<String, String> assign(
      @PathVariable("patient_id") String patientId, @RequestBody PatientTagAssignment wanted) {
    tags.assign(patientId, wanted);
    return Map.of("message", "The patient has these tags now.");
  }

  @GetMapping("/{patient_id}/tags")
  @Operation(
      operationId = "get_patient_tags_for_patient_user_patient__patient_id__tags_get",
      summary = "A patient's tags",
      description = "By name.")
  List<PatientTagSummary> of(@PathVariable("patient_id") String patientId) {
    return tags.of(patientId);
  }
}
