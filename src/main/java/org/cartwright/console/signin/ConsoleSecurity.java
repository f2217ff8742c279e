package org.cartwright.console.signin;

import java.util.LinkedHashMap;
import org.cartwright.console.sessions.ConsoleCookies;
import org.cartwright.console.sessions.ConsoleSessions;
import org.cartwright.console.sessions.FormTokens;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The console's area of the house, before all others. Sessions are rows of ours and found by {@link
 * SessionFilter}; the container's are never begun. Whatever changes something is a form with a
 * token, also at the door.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  /** As on the pages for patients, but for scripts of our own and what they ask of us. */
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Bean
  @Order(0)
  SecurityFilterChain consoleArea(
      HttpSecurity area,
      ConsoleCookies cookies,
      ConsoleSessions known,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers,
      FormTokens tokens,
      Turnstile turnstile) {
    var sessions = new SessionFilter(cookies, known, answers);
    var forms = new CsrfFilter(tokens);
    forms.setRequestHandler(new CsrfTokenRequestAttributeHandler());
    forms.setAccessDeniedHandler(turnstile);
    return area.securityMatcher(HtmlPages.CONSOLE, HtmlPages.CONSOLE + "/**")
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(written -> written.defaultsDisabled().addHeaderWriter(headers()))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(turnstile).accessDeniedHandler(turnstile))
        .addFilterBefore(sessions, AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        HtmlPages.CONSOLE + "/_/**",
                        SignInController.DOOR,
                        SignInController.DOOR + "/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .addFilterAfter(forms, AuthorizationFilter.class)
        .addFilterAfter(new StaffFilter(), AuthorizationFilter.class)
        .build();
  }

  private static HeaderWriter headers() {
    var headers = new LinkedHashMap<>(HtmlPages.HEADERS);
    headers.put("Content-Security-Policy", CONTENT);
    return new StaticHeadersWriter(
        headers.entrySet().stream()
            .map(h -> new org.springframework.security.web.header.Header(h.getKey(), h.getValue()))
            .toList());
  }
}
