package org.cartwright.patients.notes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
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

/** Quick notes over HTTP. */
@RestController
@RequestMapping("/user/patient/quick-note")
@Tag(name = "Quick notes", description = "What the staff jot down about patients.")
class QuickNoteController {

  private final QuickNotes notes;

  QuickNoteController(QuickNotes notes) {
    this.notes = notes;
  }

  @PostMapping("/create")
  @Operation(operationId = "create_quick_note")
  QuickNoteSummary create(@RequestBody QuickNoteCreate wanted) {
    return notes.write(wanted);
  }

  @GetMapping("/list")
  @Operation(operationId = "list_quick_notes")
  Page<QuickNoteSummary> list(
      @Parameter(example = "pat_demo_jane") @RequestParam(name = "patient_id", required = false)
          @Nullable String patientId,
      @RequestParam(name = "include_archived", defaultValue = "false") boolean includeArchived,
      @RequestParam(name = "page", defaultValue = "1") @Min(1) int page,
      @RequestParam(name = "per_page", defaultValue = "50") @Min(1) @Max(Paging.LARGEST_SIZE)
          int perPage) {
    return notes.page(patientId, includeArchived, new Paging(page, perPage));
  }

  @GetMapping("/get/{quick_note_id}")
  @Operation(operationId = "get_quick_note")
  QuickNoteSummary get(@PathVariable("quick_note_id") String quickNoteId) {
    return notes.note(quickNoteId);
  }

  @PutMapping("/update/{quick_note_id}")
  @Operation(operationId = "update_quick_note")
  QuickNoteSummary update(
      @PathVariable("quick_note_id") String quickNoteId, @RequestBody QuickNoteUpdate wanted) {
    return notes.change(quickNoteId, wanted);
  }

  @DeleteMapping("/delete/{quick_note_id}")
  @Operation(operationId = "delete_quick_note")
  Map<String, String> delete(@PathVariable("quick_note_id") String quickNoteId) {
    notes.delete(quickNoteId);
    return Map.of("message", "The quick note is deleted.");
  }
}
