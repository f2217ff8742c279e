package org.cartwright.quotes.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Supplier;
import org.cartwright.platform.errors.Missing;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Terms are kept under names, and how quotes begin is said once. */
@CartwrightTest
class TermsTemplatesTests {

  @Autowired private Clinics clinics;
  @Autowired private TermsTemplates terms;
  @Autowired private QuoteDefaults defaults;

  private Clinic clinic;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
  }

  private <T> T at(Clinic where, Supplier<T> work) {
    return CurrentTenant.call(where.id(), work::get);
  }

  private void with(Clinic where, Runnable work) {
    CurrentTenant.within(where.id(), work);
  }

  private TermsTemplate kept(String name, String text) {
    return at(clinic, () -> terms.keep(name, text));
  }

  @Test
  void theyAreListedByNameAndReadAsTheyWereWritten() {
    var two = kept("surgery", "Half of it in advance.");
    var one = kept("Facial", "Payable on the day.");

    assertThat(at(clinic, terms::all)).containsExactly(one, two);
    assertThat(at(clinic, () -> terms.get(one.id()))).isEqualTo(one);

    var changed = at(clinic, () -> terms.change(one.id(), "Zones", "Payable in a week."));
    assertThat(at(clinic, terms::all)).containsExactly(two, changed);

    with(clinic, () -> terms.delete(two.id()));
    assertThat(at(clinic, terms::all)).containsExactly(changed);
  }

  @Test
  void aNameIsOneTermsOnly() {
    var one = kept("Facial", "Payable on the day.");
    var two = kept("Surgery", "Half of it in advance.");

    assertThatExceptionOfType(TermsRefusal.class).isThrownBy(() -> kept("FACIAL", "Never."));
    assertThatExceptionOfType(TermsRefusal.class)
        .isThrownBy(() -> at(clinic, () -> terms.change(two.id(), "facial", "Never.")));

    assertThat(at(clinic, terms::all)).containsExactly(one, two);
  }

  @Test
  void thereAreFiftyAtMost() {
    for (int i = 0; i < TermsTemplates.MOST; i++) {
      kept("Terms %02d".formatted(i), "Payable on the day.");
    }

    assertThatExceptionOfType(TermsRefusal.class).isThrownBy(() -> kept("One more", "Never."));

    assertThat(at(clinic, terms::all)).hasSize(50);
  }

  @Test
  void anotherClinicsAreMissing() {
    var mine = kept("Facial", "Payable on the day.");
    var other = clinics.open();

    assertThat(at(other, terms::all)).isEmpty();
    assertThatExceptionOfType(Missing.class)
        .isThrownBy(() -> at(other, () -> terms.get(mine.id())));
    assertThatExceptionOfType(Missing.class)
        .isThrownBy(() -> at(other, () -> terms.change(mine.id(), "Mine", "Mine.")));
    assertThatExceptionOfType(Missing.class)
        .isThrownBy(() -> with(other, () -> terms.delete(mine.id())));
    assertThatExceptionOfType(Missing.class)
        .isThrownBy(
            () -> with(other, () -> defaults.change(new QuoteDefaults.Values(null, mine.id()))));

    assertThat(at(clinic, terms::all)).containsExactly(mine);
    assertThat(at(other, defaults::current)).isEqualTo(QuoteDefaults.Values.NONE);
  }

  @Test
  void quotesBeginWithTermsUntilThoseAreDeleted() {
    assertThat(at(clinic, defaults::current)).isEqualTo(QuoteDefaults.Values.NONE);
    var facial = kept("Facial", "Payable on the day.");

    with(clinic, () -> defaults.change(new QuoteDefaults.Values(21, facial.id())));
    assertThat(at(clinic, defaults::current)).isEqualTo(new QuoteDefaults.Values(21, facial.id()));

    with(clinic, () -> terms.delete(facial.id()));
    assertThat(at(clinic, defaults::current)).isEqualTo(new QuoteDefaults.Values(21, null));
  }
}
