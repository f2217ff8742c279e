package org.cartwright.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Optional;
import org.cartwright.platform.web.tags.Tagged;
import org.cartwright.platform.web.tags.TaggedObject;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Tells of the tags of documents, and of the headers that ask for them. Operations of the published
 * API take these headers too; as with the key of a request, only ours tell so, since a parameter
 * more would give generated clients other methods than the published document does.
 */
@Component
class ConditionalOperations implements GlobalOperationCustomizer {

  private static final String ETAG = "ETag";

  private final ObjectProvider<TaggedObject> objects;

  ConditionalOperations(ObjectProvider<TaggedObject> objects) {
    this.objects = objects;
  }

  /** The answer carries the tag of the document it is. */
  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    if (answersADocument(handler) && operation.getResponses().get("200") != null) {
      operation.getResponses().get("200").addHeaderObject(ETAG, header());
    }
    return operation;
  }

  private static boolean answersADocument(HandlerMethod handler) {
    return Optional.ofNullable(
            AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Tagged.class))
        .or(
            () ->
                Optional.ofNullable(
                    handler.getReturnType().getParameterType().getAnnotation(Tagged.class)))
        .map(Tagged::value)
        .orElse(false);
  }

  /** Which header the operation takes, if it tells of one. */
  Optional<Parameter> condition(String path, HttpMethod method, Operation operation) {
    if (RepeatableOperations.isPublished(method, operation)) {
      return Optional.empty();
    }
    if (method == HttpMethod.GET) {
      return readsADocument(operation) ? Optional.of(parameter("If-None-Match")) : Optional.empty();
    }
    return objects.stream().anyMatch(one -> one.isAbout(path))
        ? Optional.of(parameter("If-Match"))
        : Optional.empty();
  }

  /** Adds what is answered if the condition does not hold. */
  void addAnswers(String path, HttpMethod method, Operation operation) {
    if (method == HttpMethod.GET) {
      if (readsADocument(operation)) {
        operation
            .getResponses()
            .putIfAbsent("304", new ApiResponse().description("The document is known already."));
      }
    } else if (objects.stream().anyMatch(one -> one.isAbout(path))) {
      ErrorResponses.add(operation, "412").addHeaderObject(ETAG, header());
    }
  }

  private static boolean readsADocument(Operation operation) {
    var read = operation.getResponses().get("200");
    return read != null && read.getHeaders() != null && read.getHeaders().containsKey(ETAG);
  }

  private static Parameter parameter(String name) {
    return new Parameter().name(name).in("header").required(false).schema(text());
  }

  private static Header header() {
    return new Header()
        .description("The tag of the document: another one has another.")
        .schema(text());
  }

  private static StringSchema text() {
    var text = new StringSchema();
    text.addType("string");
    return text;
  }
}
