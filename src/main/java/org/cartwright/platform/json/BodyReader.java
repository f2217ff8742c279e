package org.cartwright.platform.json;

import jakarta.validation.Validator;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.json.violations.ValuePath;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Reads request bodies into request records, strictly. */
@Component
public class BodyReader {

  /** The deepest nesting of a request body that is read. */
  static final int MAX_NESTING = 32;

  /** Stands before the text of clients that tell in this way that it is UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Pattern NOTHING = Pattern.compile("[ \\n\\r\\t]*+(null[ \\n\\r\\t]*+)?");

  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_NESTING)
                          .maxNumberLength(400)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Validator validator;

  BodyReader(Validator validator) {
    this.validator = validator;
  }

  /**
   * The request record that the body spells.
   *
   * @param queryViolations what was already found wrong with the query, complained about together
   *     with the body
   * @throws InvalidRequest with everything that is wrong
   */
  public Object read(
      Type type, byte[] body, FieldSpelling spelling, List<Violation> queryViolations) {
    var binder = new RecordBinder(validator, json, spelling);
    binder.found().addAll(queryViolations);
    var at = ValuePath.at("body");
    var tree = tree(body, queryViolations);
    if (tree.isNull()) {
      binder.found().add(new Violation(at.loc(), "Field required", "missing"));
      throw new InvalidRequest(binder.found());
    }
    var bound = binder.bind(type, tree, at);
    InvalidRequest.throwIfAny(binder.found());
    if (bound == null) {
      throw new IllegalStateException("nothing bound and nothing found");
    }
    return bound;
  }

  /** Whether a body is none: empty, or the {@code null} that generated clients send for none. */
  public static boolean isNothing(byte[] body) {
    return saysNothing(unmarked(new String(body, StandardCharsets.UTF_8)));
  }

  private JsonNode tree(byte[] body, List<Violation> queryViolations) {
    try {
      var text =
          unmarked(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
      return saysNothing(text) ? NullNode.getInstance() : json.readTree(text);
    } catch (JacksonException e) {
      var offset = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
      throw invalidJson(offset, queryViolations);
    } catch (CharacterCodingException e) {
      throw invalidJson(0, queryViolations);
    }
  }

  private static InvalidRequest invalidJson(long offset, List<Violation> queryViolations) {
    var found = new java.util.ArrayList<>(queryViolations);
    found.add(new Violation(List.of("body", offset), "JSON decode error", "json_invalid"));
    return new InvalidRequest(found);
  }

  private static String unmarked(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static boolean saysNothing(String text) {
    return NOTHING.matcher(text).matches();
  }
}
