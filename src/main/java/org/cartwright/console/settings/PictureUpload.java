package org.cartwright.console.settings;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The one path at which a form has a file to send. Everywhere else, bodies in several parts are not
 * taken apart, by us or by the container: they are of a type that nobody reads.
 */
@Configuration
class PictureUpload {

  private static final String NAME = "pictureUpload";
  private static final int MOST_BYTES = 1024 * 1024;

  /** Spring's own servlet once more, for a path whose parameters may come in parts. */
  @Bean
  ServletRegistrationBean<GenericServlet> pictureServlet(DispatcherServlet spring) {
    var servlet =
        new GenericServlet() {
          @Override
          public void service(ServletRequest request, ServletResponse response)
              throws ServletException, IOException {
            spring.service(request, response);
          }
        };
    var registration = new ServletRegistrationBean<GenericServlet>(servlet, ClinicController.LOGO);
    registration.setName(NAME);
    registration.setMultipartConfig(new MultipartConfigElement("", MOST_BYTES, MOST_BYTES, 0));
    return registration;
  }

  @Bean
  MultipartResolver multipartResolver() {
    return new StandardServletMultipartResolver() {
      @Override
      public boolean isMultipart(HttpServletRequest request) {
        return request.getHttpServletMapping().getServletName().equals(NAME)
            && super.isMultipart(request);
      }
    };
  }
}
