package org.cartwright.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.cartwright.platform.errors.ErrorBody;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers what fails before or beside our code in the house's shape: a bad request line, a filter's
 * failure.
 */
@Configuration
class PlainErrors {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> jsonForBadRequestLines() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                Valve valve = new JsonErrorReport();
                host.setErrorReportValveClass(JsonErrorReport.class.getName());
                host.getPipeline().addValve(valve);
              }
            });
  }

  /** What Tomcat says when no application code was reached. */
  public static class JsonErrorReport extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      try {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var writer = response.getReporter();
        if (writer != null) {
          writer.write("{\"detail\":\"" + ErrorSentences.of(status) + "\"}");
          response.finishResponse();
        }
      } catch (IOException | IllegalStateException e) {
        getContainer().getLogger().debug("The client went away", e);
      }
    }
  }

  /** What the servlet container hands over when a filter failed. */
  @Controller
  static class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    @Nullable ResponseEntity<ErrorBody> error(
        HttpServletRequest request, HttpServletResponse response) {
      if (response.isCommitted()) {
        return null; // half an answer is out already: nothing behind it could be understood
      }
      var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
      int status = code instanceof Integer known ? known : 404;
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_JSON)
          .body(new ErrorBody(ErrorSentences.of(status)));
    }
  }
}
