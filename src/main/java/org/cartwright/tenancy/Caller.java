package org.cartwright.tenancy;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking for what is done now. Found out once, before a request is looked at, and bound to
 * the thread for as long as it takes; controllers may also have it handed to them as an {@code
 * AuthenticationPrincipal}.
 *
 * @param kind what they are
 * @param tenant whose work it is; absent as long as it is no tenant's
 * @param keyId which of the tenant's keys, for {@link Kind#KEY} alone
 * @param providerId which of the tenant's providers, for {@link Kind#STAFF} alone
 */
public record Caller(
    Kind kind, @Nullable String tenant, @Nullable String keyId, @Nullable String providerId) {

  /** What somebody who asks can be. */
  @Schema(name = "CallerKind")
  public enum Kind {
    /** A client of the clinic, with a live key of it. */
    KEY,
    /** Somebody of the clinic's staff, at the console. */
    STAFF,
    /** The operator of the installation. */
    OPERATOR,
    /** Whoever is at a page for patients. What they may see there depends on their link. */
    PATIENT,
    /** Nobody: the service works by itself. */
    SERVICE
  }

  public static final Caller OPERATOR = new Caller(Kind.OPERATOR, null, null);
  public static final Caller PATIENT = new Caller(Kind.PATIENT, null, null);

  static final Caller SERVICE = new Caller(Kind.SERVICE, null, null);
  private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

  /** Somebody who is no provider. */
  public Caller(Kind kind, @Nullable String tenant, @Nullable String keyId) {
    this(kind, tenant, keyId, null);
  }

  /** A client of a clinic. */
  public static Caller withKey(String tenant, String keyId) {
    return new Caller(Kind.KEY, tenant, keyId);
  }

  /** A provider of a clinic, who has signed in at the console. */
  public static Caller ofStaff(String tenant, String providerId) {
    return new Caller(Kind.STAFF, tenant, null, providerId);
  }

  /** Who of the clinic's it is, by the id of the key or of the provider; nothing for others. */
  public @Nullable String who() {
    return keyId == null ? providerId : keyId;
  }

  /** Whether it is the clinic itself that asks: a client with its key, or one of its staff. */
  public boolean isOfTheClinic() {
    return kind == Kind.KEY || kind == Kind.STAFF;
  }

  /** Who is asking; the service itself where nobody is. */
  public static Caller current() {
    return CURRENT.orElse(SERVICE);
  }

  /** Does something for this caller and answers its result, or throws what it threw. */
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work) throws X {
    try (var ignored = new LoggedCaller(this)) {
      return ScopedValue.where(CURRENT, this).call(work);
    }
  }

  /** Does something for this caller. */
  public void run(Runnable work) {
    try (var ignored = new LoggedCaller(this)) {
      ScopedValue.where(CURRENT, this).run(work);
    }
  }

  /** The same caller, at work for a tenant. */
  Caller in(String tenantsWork) {
    return new Caller(kind, tenantsWork, keyId, providerId);
  }
}
