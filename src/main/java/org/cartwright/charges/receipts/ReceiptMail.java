package org.cartwright.charges.receipts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cartwright.messages.Attachment;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Message;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.Outbox;
import org.cartwright.patients.PatientContact;
import org.cartwright.patients.Patients;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.privacy.ErasedPerson;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends receipts to the patients who paid, by e-mail and with the PDF attached. */
@Service
public class ReceiptMail {

  private final Receipts receipts;
  private final ReceiptPrinter printer;
  private final Patients patients;
  private final Outbox outbox;
  private final Tenants tenants;
  private final TransactionTemplate transaction;

  ReceiptMail(
      Receipts receipts,
      ReceiptPrinter printer,
      Patients patients,
      Outbox outbox,
      Tenants tenants,
      PlatformTransactionManager transactions) {
    this.receipts = receipts;
    this.printer = printer;
    this.patients = patients;
    this.outbox = outbox;
    this.tenants = tenants;
    transaction = new TransactionTemplate(transactions);
  }

  /**
   * Sends the receipt of a payment as it is now. It is printed before any transaction begins, since
   * that takes its time.
   *
   * @throws Missing if there is no such payment
   * @throws ReceiptRefusal if the patient cannot be written to
   * @throws ErasedPerson if the patient was erased meanwhile
   */
  public void send(String paymentId) {
    var receipt = receipts.get(paymentId);
    var patientId = receipt.patient().id();
    requireReachable(patients.contact(patientId));
    var pdf = printer.print(paymentId);
    transaction.executeWithoutResult(
        status -> {
          var patient = requireReachable(patients.contactToWriteTo(patientId));
          outbox.post(letter(receipt, patient, pdf));
        });
  }

  /** What became of the receipts of payments that were sent last, by the payments' ids. */
  public Map<String, Outbox.Fate> sent(List<String> paymentIds) {
    return outbox.fates(Occasion.RECEIPT, paymentIds);
  }

  /** Whether this installation can send any. */
  public boolean isPossible() {
    return outbox.reaches(Channel.EMAIL);
  }

  private PatientContact requireReachable(Optional<PatientContact> known) {
    if (!isPossible()) {
      throw ReceiptRefusal.noMail();
    }
    var patient = known.orElseThrow(() -> Missing.a("Patient"));
    if (email(patient) == null) {
      throw ReceiptRefusal.noAddress();
    }
    return patient;
  }

  private Message letter(Receipt receipt, PatientContact patient, byte[] pdf) {
    var clinic = tenants.current();
    var payment = receipt.payment();
    var day = LocalDate.ofInstant(payment.createdDate(), clinic.timeZone());
    var tongue = clinic.tongue(patient.language());
    var figures = clinic.figures(receipt.charge().currency(), tongue);
    return new Message(
            Occasion.RECEIPT,
            Channel.EMAIL,
            Objects.requireNonNull(email(patient)),
            Map.of(
                "clinic", clinic.name(),
                "patient", patient.givenName(),
                "amount", figures.money(payment.amount()),
                "date", clinic.times(tongue).day(day)),
            null,
            payment.id())
        .with(new Attachment("receipt-" + payment.id() + ".pdf", pdf))
        .in(patient.language());
  }

  private static @Nullable String email(PatientContact patient) {
    var email = patient.email();
    return email == null || email.isBlank() ? null : email.strip();
  }
}
