package org.cartwright.console.signin;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.cartwright.console.sessions.SignInTokens;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Message;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.Outbox;
import org.cartwright.messages.PublicAddress;
import org.cartwright.staff.DeskMember;
import org.cartwright.staff.DeskRoles;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.EntryRefused;
import org.cartwright.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends links to who may come in. Whoever asks is answered before anything is looked up, so neither
 * what they are told nor how long it takes says whether there is such a clinic or such a person.
 */
@Component
class SignInMail {

  private static final Logger LOG = LoggerFactory.getLogger(SignInMail.class);

  static final String ACTION = "console-sign-in";

  private static final int UNKNOWN = 401;
  private static final int TOO_MANY = 429;

  /** So many are looked up at a time; who comes then has to ask again. */
  private static final int AT_A_TIME = 20;

  private final Semaphore places = new Semaphore(AT_A_TIME);
  private final Tenants tenants;
  private final DeskRoles roles;
  private final SignInTokens tokens;
  private final Outbox outbox;
  private final PublicAddress address;
  private final ApplicationEventPublisher announcements;
  private final TransactionTemplate transaction;

  SignInMail(
      Tenants tenants,
      DeskRoles roles,
      SignInTokens tokens,
      Outbox outbox,
      PublicAddress address,
      ApplicationEventPublisher announcements,
      PlatformTransactionManager transactions) {
    this.tenants = tenants;
    this.roles = roles;
    this.tokens = tokens;
    this.outbox = outbox;
    this.address = address;
    this.announcements = announcements;
    transaction = new TransactionTemplate(transactions);
  }

  /** Whether this installation can send any. */
  boolean isPossible() {
    return outbox.reaches(Channel.EMAIL);
  }

  /** Sends somebody a link, if they may come in; answers whether there was a place to do so. */
  boolean ask(String tenant, String email) {
    if (!places.tryAcquire()) {
      return false;
    }
    Thread.ofVirtual()
        .name("errands-sign-in")
        .start(
            () -> {
              MDC.put("task", ACTION);
              try {
                send(tenant, email);
              } catch (RuntimeException e) {
                LOG.warn("A link to sign in could not be sent: {}", e.getClass().getName());
              } finally {
                places.release();
              }
            });
    return true;
  }

  private void send(String tenant, String email) {
    if (Tenants.isPossible(tenant) && tenants.ids().contains(tenant)) {
      CurrentTenant.within(tenant, () -> transaction.executeWithoutResult(status -> send(email)));
    }
  }

  private void send(String email) {
    roles.withEmail(email).ifPresentOrElse(this::sendTo, () -> refuse(UNKNOWN));
  }

  private void sendTo(DeskMember member) {
    tokens.make(member.id()).ifPresentOrElse(token -> post(member, token), () -> refuse(TOO_MANY));
  }

  private void post(DeskMember member, String token) {
    var tenant = tenants.current();
    outbox.post(
        new Message(
            Occasion.CONSOLE_SIGN_IN,
            Channel.EMAIL,
            member.email(),
            Map.of("clinic", tenant.name(), "name", member.firstName()),
            address.link(SignInController.DOOR + "/" + tenant.id() + "/" + token),
            member.id()));
  }

  private void refuse(int status) {
    announcements.publishEvent(new EntryRefused(CurrentTenant.id(), ACTION, status));
  }
}
