package org.cartwright.patients.notes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** Quick notes over HTTP. */
@RestController
@RequestMapping("/user/patient/quick-note")
@Tag(name = "Quick notes", description = "What staff jot down about patients.")
class QuickNoteController {

  private final QuickNotes notes;

  QuickNoteController(QuickNotes notes) {
    this.notes = notes;
  }

  @PostMapping("/create")
  @Operation(
      operationId = "create_quick_note",
      summary = "Write a quick note about a patient",
      description =
          "Patient and creator have to exist, and the patient must not be archived: otherwise 422. Refused with 409 if"
              + " the external id is taken.")
  QuickNoteSummary create(@RequestBody QuickNoteCreate wanted) {
    return notes.write(wanted);
  }

  @GetMapping("/list")
  @Operation(
      operationId = "list_quick_notes",
      summary = "Find quick notes",
      description = "A page of the clinic's quick notes, or of one patient's; the newest first.")
  Page<QuickNoteSummary> list(
      @Parameter(description = "Only the notes about this patient.", example = "pat_demo_jane")
          @RequestParam(name = "patient_id", required = false)
          @Nullable String patientId,
      @Parameter(description = "Whether deleted notes are among them; they are not if left out.")
          @RequestParam(name = "include_archived", defaultValue = "false")
          boolean includeArchived,
      @Parameter(description = "Which page, from 1, which it also is if left out.")
          @RequestParam(name = "page", defaultValue = "1")
          @Min(1)
          int page,
      @Parameter(description = "How many notes a page has: 50 if left out, at most 1,000.")
          @RequestParam(name = "per_page", defaultValue = "50")
          @Min(1)
          @Max(1000)
          int perPage) {
    return notes.page(patientId, includeArchived, page, perPage);
  }

  @GetMapping("/get/{quick_note_id}")
  @Operation(
      operationId = "get_quick_note",
      summary = "Read a quick note",
      description = "A deleted one, too: it says `isArchived`.")
  QuickNoteSummary get(
      @Parameter(description = "The id of the quick note.") @PathVariable("quick_note_id")
          String quickNoteId) {
    return notes.note(quickNoteId);
  }

  @PutMapping("/update/{quick_note_id}")
  @Operation(
      operationId = "update_quick_note",
      summary = "Change a quick note",
      description =
          "What is left out stays. Refused with 409 if the note was deleted or the external id is taken.")
  QuickNoteSummary update(
      @Parameter(description = "The id of the quick note.") @PathVariable("quick_note_id")
          String quickNoteId,
      @RequestBody QuickNoteUpdate wanted) {
    return notes.change(quickNoteId, wanted);
  }

  @DeleteMapping("/delete/{quick_note_id}")
  @Operation(
      operationId = "delete_quick_note",
      summary = "Delete a quick note",
      description =
          "It is archived: it leaves the list and changes no more, but can be read by its id. The same again changes nothing.")
  Map<String, String> delete(
      @Parameter(description = "The id of the quick note.") @PathVariable("quick_note_id")
          String quickNoteId) {
    notes.delete(quickNoteId);
    return Map.of("message", "The quick note is deleted.");
  }
}
