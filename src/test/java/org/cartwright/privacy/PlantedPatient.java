package org.cartwright.privacy;

import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.orders.Shop;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.AnyBody;
import org.cartwright.testing.bodies.Body;

/**
 * A patient with words of their own, found nowhere else, in every field that the service's doors
 * let somebody fill: so that what holds them can be told from what does not.
 */
final class PlantedPatient {

  /** As it is stored, and as it is searched for. */
  static final String PHONE = "+1 (555) 017-4433";

  static final String PHONE_DIGITS = "5550174433";

  private final Shop shop;
  private final Api api;
  private final String provider;
  private final String item;
  private final String patient;
  private final List<String> marks = new ArrayList<>();
  private final List<String> placed = new ArrayList<>();
  private final List<String> othersMarks = new ArrayList<>();
  private int asked;
  private String openCart = "";
  private String draftQuote = "";
  private String accepted = "";
  private String declined = "";
  private String paidCharge = "";
  private String payment = "";
  private String openDraft = "";

  private PlantedPatient(Clinics clinics) {
    var clinic = clinics.open("UTC", "USD", "en-US");
    shop = new Shop(clinic, Shop.market(clinic, "US", "USD", "US", false));
    api = clinic.api().with("User-Agent", mark("agent"));
    provider = clinic.provider();
    item = clinic.item("Serum", 5000);
    shop.price(item, body().with("marketId", shop.market()).with("price", 5000));
    patient = clinic.patient(record());
    keyed().put("/user/patient/" + patient, history()).ok();
    api.put("/user/patient/" + patient + "/language", body().with("language", "zq-" + mark("lan")))
        .ok();
  }

  /** Opens a clinic and plants; everything is settled but what stays open by nature. */
  static PlantedPatient in(Clinics clinics) {
    var planted = new PlantedPatient(clinics);
    planted.notesAndCredit();
    planted.cartThatIsPaid();
    planted.quoteThatIsAccepted();
    planted.quoteThatIsDeclined();
    planted.whatIsStillOpen();
    planted.orderThatArrives();
    planted.orderThatIsCancelled();
    planted.draftOrder();
    planted.whatBearsTheSameId();
    return planted;
  }

  String id() {
    return patient;
  }

  Clinic clinic() {
    return shop.clinic();
  }

  Api api() {
    return api;
  }

  String item() {
    return item;
  }

  String provider() {
    return provider;
  }

  /** A cart that waits for nothing but to be bought. */
  String openCart() {
    return openCart;
  }

  /** A quote of {@link #openCart} that was never sent. */
  String draftQuote() {
    return draftQuote;
  }

  /** A quote that was accepted and paid. */
  String accepted() {
    return accepted;
  }

  String declined() {
    return declined;
  }

  /** A charge that was paid with credit and cash, a bit of which was given back. */
  String paidCharge() {
    return paidCharge;
  }

  /** The cash of {@link #paidCharge}. */
  String payment() {
    return payment;
  }

  /** A draft order that was not placed. */
  String openDraft() {
    return openDraft;
  }

  /** An order that was delivered, and one that was cancelled, by the drafts that they were. */
  List<String> placed() {
    return List.copyOf(placed);
  }

  /** All that was planted. */
  List<String> marks() {
    return List.copyOf(marks);
  }

  /** What was written about somebody else, whose draft and quote bear the id of the patient. */
  List<String> othersMarks() {
    return List.copyOf(othersMarks);
  }

  private String othersMark(String where) {
    var word = "zo" + (100 + othersMarks.size()) + where;
    othersMarks.add(word);
    return word;
  }

  private String mark(String where) {
    var word = "zq" + (100 + marks.size()) + where;
    marks.add(word);
    return word;
  }

  private AnyBody record() {
    marks.add("zq-mail@planted.example");
    return body()
        .with("firstName", mark("first"))
        .with("lastName", mark("last"))
        .with("preferredName", mark("preferred"))
        .with("externalId", mark("external"))
        .with("firebaseUid", mark("firebase"))
        .with("email", "zq-mail@planted.example")
        .with("phoneNumber", PHONE)
        .with("dateOfBirth", "1951-02-03")
        .with("gender", mark("gender"))
        .with("pronouns", mark("pronouns"))
        .with("address", mark("address"))
        .with("addressLineTwo", mark("second"))
        .with("city", mark("city"))
        .with("state", mark("state"))
        .with("zipCode", mark("zip"))
        .with("country", mark("country"))
        .with("primaryLocationId", mark("location"))
        .with("preferredProviderId", mark("provider"))
        .with("leadSource", mark("lead"))
        .with("meta", body().with("key", mark("meta")));
  }

  /** What is not said of somebody new. */
  private AnyBody history() {
    return body()
        .with("allergies", list(mark("allergy")))
        .with("familyHistory", list(mark("family")))
        .with("medicalHistory", list(mark("history")))
        .with("prescriptions", list(mark("prescription")));
  }

  private void notesAndCredit() {
    post(
        "/user/patient/quick-note/create",
        body()
            .with("patientId", patient)
            .with("creatorId", provider)
            .with("note", mark("note"))
            .with("eventId", mark("event"))
            .with("externalId", mark("noteid")));
    post(
        "/user/patient/" + patient + "/credit",
        body()
            .with("amount", 700)
            .with("comment", mark("comment"))
            .with("memberId", mark("member")));
    var tag = post("/user/patient/tags", body().with("name", "Regulars")).at("/id");
    post(
        "/user/patient/" + patient + "/tags",
        body().with("patientId", patient).with("tagIds", list(tag)));
  }

  private AnyBody cart() {
    return body()
        .with("patientId", patient)
        .with("notes", mark("cart"))
        .with("items", list(line(item).quantity(2).with("notes", mark("line"))));
  }

  private AnyBody bill() {
    return body().with("description", mark("charge")).with("eventId", mark("visit"));
  }

  private void cartThatIsPaid() {
    var cart = post("/billing/cart", cart()).at("/id");
    var charge =
        api.with("Idempotency-Key", "once-" + cart)
            .post("/billing/cart/" + cart + "/convert-to-charge", bill().with("cartId", cart))
            .ok();
    post("/billing/payment/patient-credit/create", owing(charge, 700));
    paidCharge = charge.at("/id");
    payment = pay(paidCharge).at("/id");
    post(
        "/billing/payment/refund",
        body()
            .with("paymentId", payment)
            .with("providerId", provider)
            .with("amount", 100)
            .with("reason", "OTHER")
            .with("description", mark("refund")));
  }

  private AnyBody owing(Answer charge, long amount) {
    return body()
        .with("id", charge.at("/id"))
        .with("total", 1)
        .with("totalOutstanding", amount)
        .with("status", "OUTSTANDING")
        .with("createdDate", "2026-01-02T03:04:05Z")
        .with(
            "patient",
            body()
                .with("id", patient)
                .with("type", "PATIENT")
                .with("createdDate", "2026-01-02T03:04:05Z"));
  }

  /** Pays all that is owed. */
  Answer pay(String charge) {
    var owed = api.get("/billing/charge/get/" + charge).ok();
    return post(
        "/billing/payment/cash/create?payment_medium=CASH",
        owing(owed, owed.number("/totalOutstanding")));
  }

  private Answer sentQuote() {
    var cart = post("/billing/cart", cart()).at("/id");
    var quote =
        post(
            "/billing/quote",
            aQuote(patient, cart)
                .by(provider)
                .with("title", mark("title"))
                .with("description", mark("described"))
                .with("terms", mark("terms"))
                .with("internalNotes", mark("internal")));
    post(
        "/billing/quote/" + quote.at("/id") + "/items/add",
        body().with("itemId", item).with("quantity", 1).with("description", mark("quoteline")));
    post(
        "/billing/quote/send",
        body()
            .with("quoteId", quote.at("/id"))
            .with("method", "email")
            .with("message", mark("message")));
    return quote;
  }

  private void quoteThatIsAccepted() {
    accepted = sentQuote().at("/id");
    respond(accepted, "accept");
    var charge = post("/billing/quote/convert-to-charge", bill().with("quoteId", accepted));
    pay(charge.at("/id"));
  }

  private void quoteThatIsDeclined() {
    declined = sentQuote().at("/id");
    respond(declined, "decline");
  }

  private void respond(String quote, String response) {
    post(
        "/billing/quote/respond",
        body()
            .with("quoteId", quote)
            .with("response", response)
            .with("message", mark("answer"))
            .with("preferredPaymentMethodId", mark("method")));
  }

  private void whatIsStillOpen() {
    openCart = post("/billing/cart", cart()).at("/id");
    var notes = mark("draftquote");
    draftQuote =
        post("/billing/quote", aQuote(patient, openCart).by(provider).with("internalNotes", notes))
            .at("/id");
  }

  private AnyBody address(String what) {
    return body()
        .with("name", mark(what + "name"))
        .with("line1", mark(what + "street"))
        .with("line2", mark(what + "flat"))
        .with("city", mark(what + "city"))
        .with("region", "NY")
        .with("postalCode", mark(what + "postal"))
        .with("country", "US");
  }

  private AnyBody order(String service) {
    return body()
        .with("customerId", patient)
        .with(
            "contact",
            body()
                .with("name", mark("contact"))
                .with("phone", PHONE)
                .with("email", mark("contact") + "@planted.example"))
        .with("shippingAddress", address("ship"))
        .with("billingSameAsShipping", false)
        .with("billingAddress", address("bill"))
        .with("fulfilment", body().with("serviceId", service))
        .with("paymentMethod", "CASH")
        .with("internalNote", mark("ordernote"))
        .with("items", list(line(item).quantity(1).with("notes", mark("orderline"))));
  }

  private Answer placedOrder() {
    var service = shop.service("SHIPPING", "Parcel " + marks.size(), 500);
    var draft = post("/orders/drafts", order(service)).at("/id");
    placed.add(draft);
    return api.with("Idempotency-Key", "place-" + draft)
        .post("/orders/drafts/" + draft + "/place", body().with("contactPhone", PHONE))
        .ok();
  }

  private void orderThatArrives() {
    var order = placedOrder();
    var path = "/orders/" + order.at("/id");
    api.post(path + "/approve", "").ok();
    post(
        path + "/fulfilment/events",
        body()
            .with("type", "SHIPPED")
            .with("carrier", "Pony Express")
            .with("trackingNumber", mark("tracking"))
            .with("note", mark("shipped")));
    post(
        path + "/fulfilment/events",
        body().with("type", "DELIVERED").with("note", mark("delivered")));
    pay(order.at("/chargeId"));
  }

  private void orderThatIsCancelled() {
    var order = placedOrder();
    post("/orders/" + order.at("/id") + "/cancel", body().with("reason", mark("cancelled")));
  }

  private void draftOrder() {
    openDraft = post("/orders/drafts", order(shop.service("SHIPPING", "Sledge", 700))).at("/id");
  }

  private void whatBearsTheSameId() {
    var other =
        shop.clinic()
            .patient(
                aPatient("Omar", "Reyes")
                    .phone("+1 (555) 010-7788")
                    .with("email", "omar@other.example"));
    var draft =
        body()
            .with("id", patient)
            .with("customerId", other)
            .with("contact", body().with("name", othersMark("contact")))
            .with("internalNote", othersMark("note"))
            .with("items", list(line(item).quantity(1).with("notes", othersMark("line"))));
    api.post("/orders/drafts", draft).ok();
    var cart = shop.clinic().cart(other, line(item).quantity(1)).at("/id");
    var quote =
        aQuote(other, cart).by(provider).with("id", patient).with("title", othersMark("title"));
    api.post("/billing/quote", quote).ok();
    var sent =
        body()
            .with("quoteId", patient)
            .with("method", "email")
            .with("message", othersMark("message"));
    api.post("/billing/quote/send", sent).ok();
  }

  private Answer post(String path, Body<?> body) {
    return keyed().post(path, body).ok();
  }

  /** So that every answer is kept. */
  private Api keyed() {
    return api.with("Idempotency-Key", "planted-" + asked++);
  }
}
