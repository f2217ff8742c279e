package org.cartwright.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts {@link ForPeople#HEADERS} on every answer to a person, whatever becomes of it further in.
 */
@Component
@Order(Filters.PAGE_HEADERS)
class PageHeaders extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ForPeople.is(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ForPeople.HEADERS.forEach(response::setHeader);
    chain.doFilter(request, response);
  }
}
