package org.cartwright.audit.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cartwright.platform.Ids;
import org.cartwright.platform.trail.Touched.Thing;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The operation that a request asks for.
 *
 * @param action its id in the OpenAPI document, or its method and path if it stands in none
 * @param pattern its path, variables unfilled
 * @param variables what stood in their places, some of which is secret
 */
record Operation(String action, String pattern, Map<String, String> variables) {

  /** Nobody knows what was asked for: there is no such route. */
  private static final Operation UNKNOWN = new Operation("unknown", "", Map.of());

  /** Variables that hold the id of something of ours, and not what somebody else calls it. */
  private static final Pattern NAMES_A_THING = Pattern.compile("(?!external_)(?:([a-z_]+)_)?id");

  /** Where the variable {@code item_id} means a line. */
  private static final Pattern HAS_LINES = Pattern.compile(".*/items/(add|\\{item_id})");

  /** What a request asks for, as far as it was found out. */
  static Operation of(HttpServletRequest request) {
    if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
            instanceof HandlerMethod handler)
        || !(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
            instanceof String pattern)) {
      return UNKNOWN;
    }
    var told = handler.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
    return new Operation(
        told == null || told.operationId().isEmpty()
            ? request.getMethod() + " " + pattern
            : told.operationId(),
        pattern,
        variables(request));
  }

  /** What the request asks for that the current thread answers, if it does. */
  static Operation current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
        ? of(asked.getRequest())
        : UNKNOWN;
  }

  private static Map<String, String> variables(HttpServletRequest request) {
    var filled = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    var variables = new TreeMap<String, String>();
    if (filled instanceof Map<?, ?> named) {
      named.forEach((name, value) -> variables.put(name.toString(), value.toString()));
    }
    return variables;
  }

  /** The kind of thing it shows; nothing if that is neither about a patient nor about money. */
  @Nullable String kind() {
    return WhatIsShown.kind(pattern);
  }

  /** What its path names, if that can be the id of anything. */
  List<Thing> things() {
    var things = new ArrayList<Thing>();
    variables.forEach(
        (name, value) -> {
          var named = NAMES_A_THING.matcher(name);
          if (named.matches() && Ids.isPossible(value)) {
            things.add(new Thing(kind(named.group(1)), value));
          }
        });
    return things;
  }

  private String kind(@Nullable String named) {
    if (named == null) {
      var shown = kind();
      return shown == null ? "thing" : shown;
    }
    if (named.equals("item") && HAS_LINES.matcher(pattern).matches() && variables.size() > 1) {
      return "line";
    }
    return named.equals("order") ? "placed-order" : named.replace('_', '-');
  }
}
