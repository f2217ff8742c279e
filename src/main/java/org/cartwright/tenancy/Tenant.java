package org.cartwright.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.cartwright.documents.Pdf;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.format.TimeFormat;
import org.cartwright.platform.format.Tongue;
import org.cartwright.platform.limits.OwnLimits;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A clinic that uses the service. Its id is what clients send as {@code TENANT}; its time zone
 * decides when a day ends.
 */
@Entity
@DynamicUpdate
public class Tenant {

  @Id private String id;
  private String name;
  private String timeZone;
  private int inactivityDays;
  private String homePage;
  private String phoneNumber;
  private String logoUrl;
  private String invoiceText;
  private @Nullable String slogan;
  private String currency;
  private String locale;
  private Instant createdDate;

  @Column(name = "limit_requests_per_second")
  private @Nullable Long requestsPerSecond;

  @Column(name = "limit_burst")
  private @Nullable Long burst;

  @Column(name = "limit_in_flight")
  private @Nullable Integer inFlight;

  @NullUnmarked
  protected Tenant() {}

  Tenant(TenantCreate wanted, Instant now) {
    id = wanted.tenant();
    name = wanted.name();
    timeZone = wanted.timeZone();
    inactivityDays = wanted.inactivityDays();
    homePage = wanted.homePage();
    phoneNumber = wanted.phoneNumber();
    logoUrl = wanted.logoUrl();
    invoiceText = wanted.manualInvoiceText();
    slogan = wanted.slogan();
    currency = wanted.currency();
    locale = wanted.locale();
    createdDate = now;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** The zone in which the clinic's days end. */
  public ZoneId timeZone() {
    return ZoneId.of(timeZone);
  }

  /** After how many days without a change a draft cart counts as abandoned. */
  public int inactivityDays() {
    return inactivityDays;
  }

  public String homePage() {
    return homePage;
  }

  public String phoneNumber() {
    return phoneNumber;
  }

  public String logoUrl() {
    return logoUrl;
  }

  /** What it has to say on its receipts. */
  public String invoiceText() {
    return invoiceText;
  }

  public @Nullable String slogan() {
    return slogan;
  }

  /** In which currency it is paid, so that of whatever is made from now on. */
  public Currency currency() {
    return Currency.getInstance(currency);
  }

  /** In which spelling its patients read. */
  public Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  /**
   * How its patients read the amounts of a document.
   *
   * @param documents the currency the document is in, which need not be the clinic's of today
   */
  public MoneyFormat figures(Currency documents) {
    return new MoneyFormat(documents, locale());
  }

  /**
   * How somebody is written to.
   *
   * @param language theirs (BCP 47), if it is known
   */
  public Tongue tongue(@Nullable String language) {
    return Tongue.of(language, locale());
  }

  /** How somebody reads the amounts of a document in a currency. */
  public MoneyFormat figures(Currency documents, Tongue tongue) {
    return new MoneyFormat(documents, tongue.spelling());
  }

  /** How somebody reads the amounts of a document in a currency on paper. */
  public MoneyFormat printedFigures(Currency documents, Tongue tongue) {
    return MoneyFormat.printed(documents, tongue.spelling(), Pdf::hasLettersOf);
  }

  /** How somebody reads moments, on screens and in messages. */
  public TimeFormat times(Tongue tongue) {
    return TimeFormat.of(timeZone(), tongue.spelling());
  }

  /** How somebody reads moments on paper. */
  public TimeFormat printedTimes(Tongue tongue) {
    return TimeFormat.printed(timeZone(), tongue.spelling(), Pdf::hasLettersOf);
  }

  /** How its patients read moments, on screens and in messages. */
  public TimeFormat times() {
    return TimeFormat.of(timeZone(), locale());
  }

  /** How its patients read moments on paper. */
  public TimeFormat printedTimes() {
    return TimeFormat.printed(timeZone(), locale(), Pdf::hasLettersOf);
  }

  public Instant createdDate() {
    return createdDate;
  }

  /** What of its limits is its own. */
  public OwnLimits limits() {
    return new OwnLimits(requestsPerSecond, burst, inFlight);
  }

  /** Says of itself from now on what is wanted. */
  void present(TenantProfile wanted) {
    name = wanted.name();
    phoneNumber = wanted.phoneNumber();
    homePage = wanted.homePage();
    slogan = wanted.slogan();
    invoiceText = wanted.invoiceText();
    inactivityDays = wanted.inactivityDays();
  }

  void limit(OwnLimits wanted) {
    requestsPerSecond = wanted.requestsPerSecond();
    burst = wanted.burst();
    inFlight = wanted.inFlight();
  }
}
