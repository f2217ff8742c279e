package org.cartwright.tenancy.security;

import org.cartwright.platform.web.CorsRules;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Caller;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The areas of the house and how each is entered. What belongs to none of them belongs to the API,
 * which is closed: to whoever has no key there, nothing is told apart from anything.
 *
 * <p>Nothing is remembered between two requests: there are no sessions, no logins and no users. The
 * staff's console is another area, which comes before all of these and sees to itself.
 */
@Configuration
class SecurityConfiguration {

  private final CorsRules cors;
  private final HandlerExceptionResolver answers;

  SecurityConfiguration(
      CorsRules cors, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
    this.cors = cors;
    this.answers = answers;
  }

  /**
   * The pages for patients. Their links, and what they prove there, are the pages' own business.
   */
  @Bean
  @Order(1)
  SecurityFilterChain pagesArea(HttpSecurity area) {
    return open(area, SecurityHeaders.PAGES, HtmlPages.PATH + "/**")
        .anonymous(
            anybody ->
                anybody
                    .principal(Caller.PATIENT)
                    .authorities(AuthorityUtils.createAuthorityList("PATIENT")))
        .addFilterAfter(new CallerFilter(), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain managementArea(HttpSecurity area) {
    cors.letInto(area);
    return open(area, SecurityHeaders.DATA, "/actuator/**").build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain documentationArea(HttpSecurity area) {
    cors.letInto(area);
    return open(
            area,
            SecurityHeaders.DOCUMENTATION,
            "/docs/**",
            "/swagger-ui/**",
            "/v3/api-docs/**",
            "/v3/api-docs.yaml/**")
        .build();
  }

  /** What is caught in development. It answers this very machine alone, and sees to that itself. */
  @Bean
  @Order(4)
  SecurityFilterChain inboxArea(HttpSecurity area) {
    cors.letInto(area);
    return open(area, SecurityHeaders.DATA, "/dev/inbox/**", "/dev/hooks/**").build();
  }

  /** What answers whoever comes by: the front of the house. */
  @Bean
  @Order(5)
  SecurityFilterChain frontArea(HttpSecurity area) {
    cors.letInto(area);
    return open(area, SecurityHeaders.DATA, "/", "/error", "/favicon.ico").build();
  }

  @Bean
  @Order(6)
  SecurityFilterChain operatorsArea(HttpSecurity area, OperatorKeyAuthenticationProvider key) {
    return closed(
        area.securityMatcher("/platform/**"),
        key,
        key::given,
        new AuthenticationFailureResponder(answers, key::refusal));
  }

  @Bean
  @Order(7)
  SecurityFilterChain apiArea(HttpSecurity area, ApiKeyAuthenticationProvider key) {
    return closed(
        area.securityMatcher("/**"),
        key,
        ApiKeyAuthenticationProvider::given,
        new AuthenticationFailureResponder(answers, ApiKeyAuthenticationProvider::refusal));
  }

  private static HttpSecurity open(HttpSecurity area, HeaderWriter headers, String... paths) {
    return bare(area.securityMatcher(paths), headers)
        .anonymous(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
  }

  private SecurityFilterChain closed(
      HttpSecurity area,
      AuthenticationProvider key,
      AuthenticationConverter given,
      AuthenticationFailureResponder refused) {
    var asking = new AuthenticationFilter(new ProviderManager(key), given);
    asking.setSuccessHandler((request, response, authentication) -> {});
    asking.setFailureHandler(refused);
    cors.letInto(area);
    return bare(area, SecurityHeaders.DATA)
        .anonymous(AbstractHttpConfigurer::disable)
        .exceptionHandling(handling -> handling.authenticationEntryPoint(refused))
        .addFilterBefore(asking, AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .addFilterAfter(new CallerFilter(), AuthorizationFilter.class)
        .build();
  }

  /**
   * Without everything that is for browsers with a session. A page of elsewhere cannot send the
   * headers that the APIs ask for; the pages' forms carry tokens of their own.
   */
  private static HttpSecurity bare(HttpSecurity area, HeaderWriter headers) {
    return area.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(written -> written.defaultsDisabled().addHeaderWriter(headers));
  }

  /** Requests are measured already; each filter for itself is of no use to anybody. */
  @Bean
  SecurityObservationSettings noObservationsOfFilters() {
    return SecurityObservationSettings.noObservations();
  }
}
