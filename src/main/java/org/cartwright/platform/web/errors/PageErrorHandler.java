package org.cartwright.platform.web.errors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cartwright.platform.web.HtmlPages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers people with a page wherever programs are answered in JSON: what goes wrong in our code,
 * and what the container hands over. Goes before the answers in JSON, whose status and headers the
 * page has too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrorHandler implements HandlerInterceptor, WebMvcConfigurer {

  private static final Logger LOG = LoggerFactory.getLogger(PageErrorHandler.class);

  private final ApiExceptionHandler programs;
  private final List<ErrorPages> pages;

  PageErrorHandler(ApiExceptionHandler programs, List<ErrorPages> pages) {
    this.programs = programs;
    this.pages = pages;
  }

  /** Within the one resolver there is, which filters ask too. */
  @Override
  public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
    resolvers.addFirst((request, response, handler, failed) -> page(request, response, failed));
  }

  private @Nullable ModelAndView page(
      HttpServletRequest request, HttpServletResponse response, Exception failed) {
    if (!HtmlPages.wantsAPage(request)
        || response.isCommitted()
        || failed instanceof AsyncRequestNotUsableException) {
      return null;
    }
    var inJson = programs.inJson(failed, request);
    response.resetBuffer();
    inJson.getHeaders().forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    tell(request, response, inJson.getStatusCode().value());
    return new ModelAndView();
  }

  /** Of what the container hands over, only the errors come here. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/error");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!HtmlPages.wantsAPage(request) || response.isCommitted()) {
      return true;
    }
    HtmlPages.HEADERS.forEach(response::setHeader);
    tell(request, response, ContainerErrorConfiguration.status(request));
    return false;
  }

  private void tell(HttpServletRequest request, HttpServletResponse response, int status) {
    var told = ErrorPages.of(pages.stream(), request);
    var page = told.saying(status, request).getBytes(StandardCharsets.UTF_8);
    told.headers(request).forEach(response::setHeader);
    response.setStatus(status);
    response.setContentType(HtmlPages.HTML.toString());
    response.setContentLength(page.length);
    try {
      response.getOutputStream().write(page);
    } catch (IOException e) {
      LOG.debug("The client went away", e);
    }
  }
}
