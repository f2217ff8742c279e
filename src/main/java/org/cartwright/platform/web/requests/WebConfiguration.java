package org.cartwright.platform.web.requests;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.platform.web.FilterOrder;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration
class WebConfiguration {

  /**
   * A path with a slash behind it is answered like the path without: here and not by a redirect,
   * with which a client would lose its body or its key.
   */
  @Bean
  FilterRegistrationBean<UrlHandlerFilter> trailingSlashes() {
    var filter = UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build();
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(FilterOrder.TRAILING_SLASH);
    return registration;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> readableQueries() {
    return factory -> factory.addEngineValves(new ReadableQuery());
  }

  @Bean
  WebMvcRegistrations wordsBeforeIds() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new WordsBeforeIds();
      }
    };
  }

  /**
   * There is one form of each answer, and it is given whatever a client says it takes: a refusal
   * would come when everything is done already.
   */
  @Bean
  WebMvcConfigurer oneFormOfEachAnswer() {
    return new WebMvcConfigurer() {
      @Override
      public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.ignoreAcceptHeader(true).defaultContentType(MediaType.ALL);
      }
    };
  }

  @Bean
  WebMvcConfigurer queryCheckFirst(QueryParameterInterceptor queryCheck) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(queryCheck);
      }
    };
  }

  /** Our reader of bodies goes before Spring's, which would be asked first otherwise. */
  @Bean
  InitializingBean strictBodiesFirst(
      RequestMappingHandlerAdapter adapter, RequestBodyArgumentResolver strictBody) {
    return () -> {
      var resolvers = new ArrayList<HandlerMethodArgumentResolver>(List.of(strictBody));
      var present = adapter.getArgumentResolvers();
      if (present != null) {
        resolvers.addAll(present);
      }
      adapter.setArgumentResolvers(resolvers);
    };
  }
}
