package org.cartwright.audit.recording;

import java.util.Collection;
import java.util.List;
import org.cartwright.audit.Outcome;
import org.cartwright.platform.trail.Touched.Thing;
import org.cartwright.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One access, as it is put down.
 *
 * @param tenant whose things it is about
 * @param caller what whoever asked was; nothing where that was not found out
 * @param action the operation, by the id it has in the OpenAPI document where it stands in one
 * @param status what was answered, of what was refused
 * @param fields by name, what was changed
 * @param times how often; more than once only of what was refused again and again
 * @param addressFamily IPv4 or IPv6, where somebody asked
 */
record Access(
    String tenant,
    Caller.@Nullable Kind caller,
    @Nullable String keyId,
    String action,
    Outcome outcome,
    @Nullable Integer status,
    Collection<Thing> things,
    Collection<String> fields,
    long times,
    @Nullable String requestId,
    @Nullable String addressFamily) {

  /** Something was done by whoever is asking now, in whatever they ask for. */
  static Access done(
      String tenant, Collection<Thing> things, Collection<String> fields, Occasion occasion) {
    return of(tenant, Outcome.DONE, null, things, fields, occasion);
  }

  /** Something was refused to whoever is asking now. */
  static Access refused(String tenant, int status, Collection<Thing> things, Occasion occasion) {
    return of(tenant, Outcome.REFUSED, status, things, List.of(), occasion);
  }

  private static Access of(
      String tenant,
      Outcome outcome,
      @Nullable Integer status,
      Collection<Thing> things,
      Collection<String> fields,
      Occasion occasion) {
    var caller = Caller.current();
    return new Access(
        tenant,
        caller.kind(),
        caller.who(),
        occasion.action(),
        outcome,
        status,
        things,
        fields,
        1,
        occasion.requestId(),
        occasion.addressFamily());
  }

  /** The same, so often. */
  Access times(long often) {
    return new Access(
        tenant,
        caller,
        keyId,
        action,
        outcome,
        status,
        things,
        fields,
        often,
        requestId,
        addressFamily);
  }

  /** The same, about these things alone. */
  Access about(Collection<Thing> some) {
    return new Access(
        tenant,
        caller,
        keyId,
        action,
        outcome,
        status,
        some,
        fields,
        times,
        requestId,
        addressFamily);
  }
}
