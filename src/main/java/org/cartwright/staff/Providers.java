package org.cartwright.staff;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.platform.errors.Missing;
import org.cartwright.staff.api.FirebaseProviderSummary;
import org.cartwright.staff.api.ProviderInvite;
import org.cartwright.staff.api.ProviderSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The providers of the clinic that is asking. */
@Service
public class Providers {

  private final ProviderRepository providers;
  private final ProviderRoles roles;
  private final ProviderReader reader;
  private final EntityManager entities;
  private final Clock clock;

  Providers(
      ProviderRepository providers,
      ProviderRoles roles,
      ProviderReader reader,
      EntityManager entities,
      Clock clock) {
    this.providers = providers;
    this.roles = roles;
    this.reader = reader;
    this.entities = entities;
    this.clock = clock;
  }

  /** Whether the clinic has this provider. */
  @Transactional(readOnly = true)
  public boolean exists(String id) {
    return Ids.isPossible(id) && providers.isThere(id);
  }

  /** The e-mail address of a provider, if there is one on file. */
  @Transactional(readOnly = true)
  public Optional<String> email(String id) {
    return Ids.isPossible(id) ? providers.email(id) : Optional.empty();
  }

  /** Makes somebody a provider under a known id, unless there is one with this id already. */
  @Transactional
  public void enlist(String id, String email, String firstName, String lastName) {
    if (!exists(id)) {
      invite(
          id,
          new ProviderInvite(email, null, firstName, lastName, List.of("provider"), null, null));
    }
  }

  /**
   * Makes somebody a provider of the clinic.
   *
   * @throws ProviderEmailTaken if a provider has this e-mail address already, in any case
   */
  @Transactional
  public ProviderSummary invite(ProviderInvite invited) {
    return invite(Ids.next("prov"), invited);
  }

  private ProviderSummary invite(String id, ProviderInvite invited) {
    var now = clock.instant();
    try {
      entities.persist(new Provider(id, invited, now));
      entities.flush();
    } catch (PersistenceException e) {
      throw BrokenConstraint.nameIn(e).filter("provider_email"::equals).isPresent()
          ? new ProviderEmailTaken()
          : e;
    }
    roles.give(id, invited.roles(), now);
    return reader.summary(id);
  }

  @Transactional(readOnly = true)
  public ProviderSummary provider(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Provider");
    }
    return reader.summary(id);
  }

  /** All providers by name, or those whose primary location this is. */
  @Transactional(readOnly = true)
  public List<FirebaseProviderSummary> all(@Nullable String primaryLocationId) {
    return reader.all(primaryLocationId);
  }
}
