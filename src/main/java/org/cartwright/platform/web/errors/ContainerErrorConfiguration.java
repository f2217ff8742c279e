package org.cartwright.platform.web.errors;

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
import org.cartwright.platform.errors.StatusSentences;
import org.cartwright.platform.web.HtmlPages;
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
class ContainerErrorConfiguration {

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

    private static final String NOT_READ =
        "Bad Request: its first line or its headers cannot be read, or are longer than 48 KiB together.";

    private static final String BROKEN_ADDRESS =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>This address is not complete</title>
        <link rel="stylesheet" href="/q/_/page.css">
        <link rel="icon" type="image/svg+xml" href="/q/_/icon.svg">
        </head>
        <body>
        <main class="sheet">
        <h1>This address is not complete</h1>
        <p>Please open the link again from the message you got, or ask your clinic to send a new one.</p>
        </main>
        </body>
        </html>
        """;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      try {
        var forPeople = HtmlPages.is(request.getRequestURI());
        response.setContentType(
            forPeople ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (forPeople) {
          HtmlPages.HEADERS.forEach(response::setHeader);
        }
        var writer = response.getReporter();
        if (writer != null) {
          writer.write(forPeople ? BROKEN_ADDRESS : "{\"detail\":\"" + sentence(status) + "\"}");
          response.finishResponse();
        }
      } catch (IOException | IllegalStateException e) {
        getContainer().getLogger().debug("The client went away", e);
      }
    }

    private static String sentence(int status) {
      return status == 400 ? NOT_READ : StatusSentences.of(status);
    }
  }

  /** What the container says of a request it hands over; of one it does not, that it is nowhere. */
  static int status(HttpServletRequest request) {
    var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return code instanceof Integer known ? known : 404;
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
      int status = status(request);
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_JSON)
          .body(new ErrorBody(StatusSentences.of(status)));
    }
  }
}
