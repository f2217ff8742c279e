package org.cartwright.tenancy.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * The header {@code ADMIN-KEY}: the operator's key, {@code CARTWRIGHT_ADMIN_KEY}. Where none is
 * configured there is no platform API at all.
 */
@Component
class OperatorKeyAuthenticationProvider implements AuthenticationProvider {

  private final byte @Nullable [] key;

  OperatorKeyAuthenticationProvider(
      @Value("${cartwright.admin-key:#{null}}") @Nullable String configured) {
    key =
        configured == null || configured.isBlank()
            ? null
            : configured.getBytes(StandardCharsets.UTF_8);
  }

  @Nullable Authentication given(HttpServletRequest request) {
    var offered = request.getHeader("ADMIN-KEY");
    return offered == null ? null : new PreAuthenticatedAuthenticationToken("operator", offered);
  }

  Refusal refusal() {
    return key == null ? Missing.a("Platform API") : new NotTheOperator();
  }

  @Override
  public Authentication authenticate(Authentication given) {
    var offered = String.valueOf(given.getCredentials()).getBytes(StandardCharsets.UTF_8);
    if (key == null || !MessageDigest.isEqual(key, offered)) {
      throw new BadCredentialsException("not the operator's key");
    }
    return new PreAuthenticatedAuthenticationToken(
        Caller.OPERATOR, null, AuthorityUtils.createAuthorityList("OPERATOR"));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return PreAuthenticatedAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** 401: the platform API was asked without the operator's key. */
  private static final class NotTheOperator extends Refusal {

    NotTheOperator() {
      super(HttpStatus.UNAUTHORIZED, "Send the operator's key in the header ADMIN-KEY.");
    }
  }
}
