package org.cartwright.generator;

import java.time.LocalDate;
import java.util.Locale;

/** The people of a generated clinic. */
final class GeneratedPeople {

  private final GeneratorOptions wanted;

  GeneratedPeople(GeneratorOptions wanted) {
    this.wanted = wanted;
  }

  void addProviders(RowBatch batch) {
    var chance = new SeededRandom(wanted.seed(), -2);
    for (int n = 0; n < wanted.providers(); n++) {
      batch.provider.add(
          wanted.provider(n),
          "provider%d@%s.example".formatted(n, wanted.tenant()),
          chance.of(SampleNames.FIRST),
          chance.of(SampleNames.LAST),
          wanted.opening());
    }
    for (int n = 0; n < SampleNames.TAGS.size(); n++) {
      batch.tag.add(
          "tag_" + n,
          SampleNames.TAGS.get(n),
          "#33%02x66".formatted(n * 30),
          true,
          wanted.opening());
    }
  }

  /** Adds patients by their numbers, from the first to before the last. */
  void addPatients(int first, int last, RowBatch batch) {
    for (int n = first; n < last; n++) {
      addPatient(n, new SeededRandom(wanted.seed() + 1, n), batch);
    }
  }

  private void addPatient(int number, SeededRandom chance, RowBatch batch) {
    var id = wanted.patient(number);
    var firstName = chance.of(SampleNames.FIRST);
    var lastName = chance.of(SampleNames.LAST);
    var since = wanted.opening().plusSeconds(number % 86_400);
    batch.patient.add(
        id,
        chance.in(30) ? "EMR-" + number : null,
        firstName,
        lastName,
        LocalDate.of(chance.between(1940, 2006), chance.between(1, 12), chance.between(1, 28)),
        "%s.%s%d@mail.example".formatted(firstName, lastName, number).toLowerCase(Locale.ROOT),
        "+1 (%d) %03d-%04d"
            .formatted(chance.between(201, 989), chance.between(200, 999), chance.between(0, 9999)),
        chance.of(SampleNames.CITIES),
        "US",
        chance.in(50) ? "CALL" : "SELF_SCHEDULING",
        false,
        since);
    if (chance.in(20)) {
      batch.tagged.add(id, "tag_" + chance.between(0, SampleNames.TAGS.size() - 1));
    }
    if (chance.in(5)) {
      var credit = chance.id("crd", since);
      long amount = chance.between(1, 50) * 500L;
      batch.credit.add(credit, id, "Goodwill", since);
      batch.creditEntry.add(credit, 1, "GRANTED", amount, amount, amount, since);
    }
  }
}
