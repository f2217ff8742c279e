package org.cartwright.messages.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.cartwright.messages.Attachment;
import org.cartwright.messages.Channel;
import org.cartwright.messages.MessageDelivered;
import org.cartwright.messages.MessageFailed;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.transport.RenderedMessage;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out. Who gets it and what it says is forgotten in the moment in which it is
 * delivered or given up.
 */
@Entity
@SQLRestriction(CurrentTenant.ROWS)
@Table(name = "message")
class OutgoingMessage {

  /** What became of a message. */
  enum Status {
    /** To be sent, at once or again. */
    WAITING,
    /** Handed over. Final. */
    DELIVERED,
    /** Given up, or nobody knows whether it arrived. Final. */
    FAILED
  }

  @Id private String id;
  @TenantId private String tenantId;

  @Enumerated(EnumType.STRING)
  private Occasion occasion;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String about;
  private @Nullable String recipient;
  private @Nullable String sender;
  private @Nullable String subject;
  private @Nullable String text;
  private @Nullable String html;
  private @Nullable String link;
  private byte @Nullable [] attachment;
  private @Nullable String attachmentName;

  @Enumerated(EnumType.STRING)
  private Status status;

  private int attempts;
  private @Nullable Instant attemptUntil;

  @SuppressWarnings("UnusedVariable") // kept for whoever looks into the table
  private @Nullable String lastFailure;

  private Instant createdDate;

  private @Nullable Instant nextAttemptDate;

  @SuppressWarnings("UnusedVariable") // kept for whoever looks into the table
  private @Nullable Instant finishedDate;

  @NullUnmarked
  protected OutgoingMessage() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  OutgoingMessage(RenderedMessage rendered, Occasion occasion, String about, Instant now) {
    id = rendered.id();
    this.occasion = occasion;
    channel = rendered.channel();
    this.about = about;
    recipient = rendered.recipient();
    sender = rendered.sender();
    subject = rendered.subject();
    text = rendered.text();
    html = rendered.html();
    link = rendered.link();
    var file = rendered.attachment();
    attachment = file == null ? null : file.pdf();
    attachmentName = file == null ? null : file.name();
    status = Status.WAITING;
    createdDate = now;
    nextAttemptDate = now;
  }

  boolean isWaiting() {
    return status == Status.WAITING;
  }

  Channel channel() {
    return channel;
  }

  /** When somebody may try next: not before it is due, nor while somebody else is trying. */
  Instant nextTry() {
    var due = Objects.requireNonNull(nextAttemptDate);
    return attemptUntil != null && attemptUntil.isAfter(due) ? attemptUntil : due;
  }

  /** Notes that somebody tries from now on, and hands out what to send. */
  RenderedMessage attempt(Instant now, Duration lease) {
    attempts++;
    attemptUntil = now.plus(lease);
    return new RenderedMessage(
        id,
        channel,
        Objects.requireNonNull(recipient),
        Objects.requireNonNull(sender),
        subject,
        Objects.requireNonNull(text),
        html,
        link,
        attachment == null
            ? null
            : new Attachment(Objects.requireNonNull(attachmentName), attachment));
  }

  /** Whether anybody still wants to have it at a moment. */
  boolean isOfUse(Instant at) {
    return occasion.usefulFor().map(createdDate::plus).map(at::isBefore).orElse(true);
  }

  /** How often it was tried; also names the latest attempt. */
  int attempts() {
    return attempts;
  }

  /** Notes that it could not be handed over and when to try again. */
  void tryAgain(Instant next, String failure) {
    attemptUntil = null;
    nextAttemptDate = next;
    lastFailure = failure;
  }

  /** It was handed over. */
  MessageDelivered deliver(Instant now) {
    finish(Status.DELIVERED, now);
    return new MessageDelivered(id, about, channel, occasion, now);
  }

  /** It is not tried again. */
  MessageFailed fail(String reason, Instant now) {
    finish(Status.FAILED, now);
    lastFailure = reason;
    return new MessageFailed(id, about, channel, occasion, reason, now);
  }

  private void finish(Status how, Instant now) {
    status = how;
    finishedDate = now;
    attemptUntil = null;
    nextAttemptDate = null;
    recipient = null;
    sender = null;
    subject = null;
    text = null;
    html = null;
    link = null;
    attachment = null;
    attachmentName = null;
  }
}
