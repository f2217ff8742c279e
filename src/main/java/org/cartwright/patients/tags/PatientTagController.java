package org.cartwright.patients.tags;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.paging.SortDirection;
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
@Tag(name = "Patient tags", description = "Labels by which the staff sort patients.")
class PatientTagController {

  private final PatientTags tags;

  PatientTagController(PatientTags tags) {
    this.tags = tags;
  }

  @GetMapping("/tags/list")
  @Operation(operationId = "get_patient_tags_user_patient_tags_list_get")
  Page<PatientTagSummary> list(
      @RequestParam(name = "page", required = false) @Min(1) @Nullable Integer page,
      @RequestParam(name = "per_page", required = false) @Min(1) @Max(Paging.LARGEST_SIZE)
          @Nullable Integer perPage,
      @RequestParam(name = "sort_by", required = false) TagCriteria.@Nullable Order sortBy,
      @RequestParam(name = "sort_direction", required = false)
          @Nullable SortDirection sortDirection,
      @RequestParam(name = "location_id", required = false) @Nullable String locationId,
      @RequestParam(name = "name", required = false) @Size(max = 200) @Nullable String name,
      @RequestParam(name = "is_active", required = false) @Nullable Boolean isActive) {
    return tags.page(
        new TagCriteria(
            name,
            isActive,
            sortBy == null ? TagCriteria.Order.name : sortBy,
            sortDirection,
            Paging.of(page, perPage)));
  }

  @PostMapping("/tags")
  @Operation(operationId = "create_patient_tag_user_patient_tags_post")
  PatientTagSummary create(@RequestBody PatientTagCreate wanted) {
    return tags.define(wanted);
  }

  @GetMapping("/tags/{tag_id}")
  @Operation(operationId = "get_patient_tag_user_patient_tags__tag_id__get")
  PatientTagDetail detail(@PathVariable("tag_id") String tagId) {
    return tags.detail(tagId);
  }

  @PutMapping("/tags/{tag_id}")
  @Operation(operationId = "update_patient_tag_user_patient_tags__tag_id__put")
  PatientTagSummary update(
      @PathVariable("tag_id") String tagId, @RequestBody PatientTagUpdate wanted) {
    return tags.change(tagId, wanted);
  }

  @DeleteMapping("/tags/{tag_id}")
  @Operation(operationId = "delete_patient_tag_user_patient_tags__tag_id__delete")
  Map<String, String> delete(@PathVariable("tag_id") String tagId) {
    tags.delete(tagId);
    return Map.of("message", "The tag is deleted.");
  }

  @PostMapping("/{patient_id}/tags")
  @Operation(operationId = "assign_patient_tags_user_patient__patient_id__tags_post")
  Map<String, String> assign(
      @PathVariable("patient_id") String patientId, @RequestBody PatientTagAssignment wanted) {
    tags.assign(patientId, wanted);
    return Map.of("message", "The patient has these tags now.");
  }

  @GetMapping("/{patient_id}/tags")
  @Operation(operationId = "get_patient_tags_for_patient_user_patient__patient_id__tags_get")
  List<PatientTagSummary> of(@PathVariable("patient_id") String patientId) {
    return tags.of(patientId);
  }
}
