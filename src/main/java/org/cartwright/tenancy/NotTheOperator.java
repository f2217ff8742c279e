package org.cartwright.tenancy;

import org.cartwright.platform.errors.Refusal;
import org.springframework.http.HttpStatus;

/** 401: the platform API was asked without the operator's key. */
final class NotTheOperator extends Refusal {

  NotTheOperator() {
    super(HttpStatus.UNAUTHORIZED, "Send the operator's key in the header ADMIN-KEY.");
  }
}
