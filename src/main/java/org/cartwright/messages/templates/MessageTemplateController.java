package org.cartwright.messages.templates;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Occasion;
import org.cartwright.platform.errors.Missing;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clinic's message templates over HTTP. */
@RestController
@RequestMapping("/settings/message-templates")
@Tag(
    name = "Message templates",
    description = "How the clinic words its e-mail and SMS. Beyond the published API.")
class MessageTemplateController {

  private final MessageTemplates templates;

  MessageTemplateController(MessageTemplates templates) {
    this.templates = templates;
  }

  @GetMapping
  @Operation(operationId = "list_message_templates")
  List<MessageTemplate> list() {
    return templates.all();
  }

  @PutMapping("/{occasion}/{channel}")
  @Operation(operationId = "change_message_template")
  MessageTemplate change(
      @Parameter(schema = @Schema(implementation = Occasion.class)) @PathVariable String occasion,
      @Parameter(schema = @Schema(implementation = Channel.class)) @PathVariable String channel,
      @RequestBody MessageTemplateChange wanted) {
    return templates.change(
        named(occasion, Occasion.values()), named(channel, Channel.values()), wanted);
  }

  @DeleteMapping("/{occasion}/{channel}")
  @Operation(operationId = "reset_message_template")
  MessageTemplate reset(
      @Parameter(schema = @Schema(implementation = Occasion.class)) @PathVariable String occasion,
      @Parameter(schema = @Schema(implementation = Channel.class)) @PathVariable String channel) {
    return templates.reset(named(occasion, Occasion.values()), named(channel, Channel.values()));
  }

  private static <T extends Enum<T>> T named(String name, T[] values) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Missing.a("Message template"));
  }
}
