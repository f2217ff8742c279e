package org.cartwright.tenancy.security;

import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.tenancy.keys.ApiKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The headers {@code TENANT} and {@code API-KEY}: a clinic and a live key of it. */
@Component
class ApiKeyAuthenticationProvider implements AuthenticationProvider {

  private final ApiKeys keys;

  ApiKeyAuthenticationProvider(ApiKeys keys) {
    this.keys = keys;
  }

  static @Nullable Authentication given(HttpServletRequest request) {
    var tenant = request.getHeader("TENANT");
    var apiKey = request.getHeader("API-KEY");
    return tenant == null || apiKey == null
        ? null
        : new PreAuthenticatedAuthenticationToken(tenant, apiKey);
  }

  static Refusal refusal() {
    return new NoKey();
  }

  @Override
  public Authentication authenticate(Authentication given) {
    try {
      var caller =
          keys.holder(given.getName(), String.valueOf(given.getCredentials()))
              .orElseThrow(() -> new BadCredentialsException("no live key"));
      return new PreAuthenticatedAuthenticationToken(
          caller, null, AuthorityUtils.createAuthorityList(caller.kind().name()));
    } catch (DataAccessException | TransactionException e) {
      throw new AuthenticationServiceException("the keys cannot be read", e);
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return PreAuthenticatedAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** 401. Whatever is wrong with tenant or key, it is told in the same bytes. */
  private static final class NoKey extends Refusal {

    NoKey() {
      super(HttpStatus.UNAUTHORIZED, "Send the headers TENANT and API-KEY of a live API key.");
    }
  }
}
