package org.cartwright.quotes.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Message;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.Outbox;
import org.cartwright.messages.PublicAddress;
import org.cartwright.patients.PatientContact;
import org.cartwright.patients.Patients;
import org.cartwright.platform.texts.Reason;
import org.cartwright.platform.texts.Refusals;
import org.cartwright.platform.texts.Texts;
import org.cartwright.platform.texts.Words;
import org.cartwright.quotes.api.SendMethod;
import org.cartwright.staff.Providers;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenant;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is written to people about quotes. Each message leaves after the transaction commits. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class QuoteMessages {

  private final Outbox outbox;
  private final Patients patients;
  private final Providers providers;
  private final Tenants tenants;
  private final Texts texts;
  private final Refusals refusals;
  private final PublicAddress address;

  QuoteMessages(
      Outbox outbox,
      Patients patients,
      Providers providers,
      Tenants tenants,
      Texts texts,
      Refusals refusals,
      PublicAddress address) {
    this.outbox = outbox;
    this.patients = patients;
    this.providers = providers;
    this.tenants = tenants;
    this.texts = texts;
    this.refusals = refusals;
    this.address = address;
  }

  /**
   * Refuses to go on unless the quote's patient is not archived, can be written to this way, and
   * can prove who they are if that is asked for.
   *
   * @throws DeliveryRefusal that says what is in the way
   */
  public void requireReachable(QuoteFacts quote, SendMethod method) {
    var patient = patient(quote);
    if (!outbox.reaches(channel(method))) {
      throw DeliveryRefusal.notReachable(method);
    }
    if (patients.forBilling(quote.patientId()).isEmpty()) {
      throw DeliveryRefusal.patientIsArchived();
    }
    if (recipient(patient, method) == null) {
      throw method == SendMethod.EMAIL
          ? DeliveryRefusal.patientHasNoEmail()
          : DeliveryRefusal.patientHasNoPhoneNumber();
    }
    if (quote.requiresVerification()
        && patient.dateOfBirth() == null
        && !PhoneEnding.isOnFile(patient.phoneNumber())) {
      throw DeliveryRefusal.nothingToVerifyBy();
    }
  }

  /**
   * Writes to the patient that there is a quote.
   *
   * @param message the desk's own words
   * @param token the secret of the link to it
   */
  public void offer(QuoteFacts quote, SendMethod method, @Nullable String message, String token) {
    var patient = patient(quote);
    var clinic = tenants.current();
    var tongue = clinic.tongue(patient.language());
    var variables = new HashMap<String, String>();
    variables.put("clinic", clinic.name());
    variables.put("patient", patient.givenName());
    variables.put("title", Objects.requireNonNullElse(quote.title(), ""));
    variables.put("total", clinic.figures(quote.currency(), tongue).money(quote.total().value()));
    variables.put("validUntil", validity(quote, clinic, texts.in(tongue)));
    variables.put("message", Objects.requireNonNullElse(message, ""));
    outbox.post(
        new Message(
                Occasion.QUOTE_OFFERED,
                channel(method),
                Objects.requireNonNull(recipient(patient, method)),
                variables,
                address.link("/q/" + CurrentTenant.id() + "/" + token),
                quote.id())
            .in(patient.language()));
  }

  private static String validity(QuoteFacts quote, Tenant clinic, Words words) {
    var until = quote.validUntil();
    return until == null
        ? ""
        : words.say("delivery.valid", clinic.times(words.tongue()).until(until));
  }

  /** Stops what was written to the patient about a quote and has not left yet. */
  public void recall(String quoteId) {
    outbox.recall(Occasion.QUOTE_OFFERED, quoteId, "the quote was withdrawn first");
  }

  /** Writes to whoever made the quote what the patient answered, if they have an e-mail address. */
  public void tellWhoMadeIt(QuoteFacts quote, boolean accepted) {
    tell(
        quote,
        Occasion.QUOTE_ANSWERED,
        Map.of(
            "answer",
            texts
                .in(tenants.current().tongue(null))
                .say(accepted ? "delivery.accepted" : "delivery.declined"),
            "message",
            Objects.requireNonNullElse(quote.answerMessage(), "")));
  }

  /**
   * Writes to whoever made the quote that it could not be sent at its time, if they have an e-mail
   * address.
   *
   * @param reason names why
   * @param why the same in an English sentence, for a clinic whose language has none
   */
  public void tellThatItWasNotSent(QuoteFacts quote, Reason reason, String why) {
    var told = refusals.told(reason, tenants.current().tongue(null).words());
    tell(quote, Occasion.QUOTE_NOT_SENT, Map.of("reason", told.isEmpty() ? why : told));
  }

  private void tell(QuoteFacts quote, Occasion occasion, Map<String, String> further) {
    var creator = quote.creatorId();
    if (creator == null || !outbox.reaches(Channel.EMAIL)) {
      return;
    }
    providers
        .email(creator)
        .ifPresent(
            email -> {
              var clinic = tenants.current();
              var variables = new HashMap<>(further);
              variables.put("clinic", clinic.name());
              variables.put("patient", patient(quote).fullName());
              variables.put("title", Objects.requireNonNullElse(quote.title(), ""));
              variables.put("total", clinic.figures(quote.currency()).money(quote.total().value()));
              outbox.post(new Message(occasion, Channel.EMAIL, email, variables, null, quote.id()));
            });
  }

  private PatientContact patient(QuoteFacts quote) {
    return patients
        .contact(quote.patientId())
        .orElseThrow(() -> new IllegalStateException("a quote's patient is never deleted"));
  }

  private static @Nullable String recipient(PatientContact patient, SendMethod method) {
    var known = method == SendMethod.EMAIL ? patient.email() : patient.phoneNumber();
    return known == null || known.isBlank() ? null : known.strip();
  }

  private static Channel channel(SendMethod method) {
    return switch (method) {
      case EMAIL -> Channel.EMAIL;
      case SMS -> Channel.SMS;
    };
  }
}
