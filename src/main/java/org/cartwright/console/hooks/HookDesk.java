package org.cartwright.console.hooks;

import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.console.settings.SettingsRight;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.webhooks.Webhooks;
import org.cartwright.webhooks.api.WebhookDetail;
import org.cartwright.webhooks.api.WebhookWrite;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks after webhooks as the API does, for owners. */
@Service
class HookDesk {

  private final Webhooks webhooks;
  private final Validator validator;

  HookDesk(Webhooks webhooks, Validator validator) {
    this.webhooks = webhooks;
    this.validator = validator;
  }

  List<WebhookDetail> all(ConsoleSession by) {
    SettingsRight.OWNERS.require(by);
    return webhooks.details();
  }

  /**
   * One of those that are told of something.
   *
   * @throws Missing if there is none, or it was deleted
   */
  @Transactional(readOnly = true)
  public WebhookDetail get(String id, ConsoleSession by) {
    SettingsRight.OWNERS.require(by);
    return webhooks.details().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Missing.a("Webhook"));
  }

  /**
   * Makes a webhook. Its form is taken once: the page that shows its secret can be loaded anew, and
   * makes no second one.
   *
   * @throws NotTaken if something typed is none
   * @throws Stale if the webhooks are not those that were seen
   */
  @Transactional
  public WebhookDetail create(Typed typed, ConsoleSession by) {
    SettingsRight.OWNERS.require(by);
    if (!HookForm.seen(webhooks.allHeld()).equals(typed.seen())) {
      throw new Stale();
    }
    var wanted = checked(typed);
    return besideItsField(typed, () -> webhooks.create(wanted));
  }

  /**
   * Says everything about a webhook anew, refused as {@link #create}; one that was switched off is
   * tried again.
   */
  @Transactional
  public WebhookDetail change(String id, Typed typed, ConsoleSession by) {
    requireAsSeen(id, typed, by);
    var wanted = checked(typed);
    return besideItsField(typed, () -> webhooks.replace(id, wanted));
  }

  /**
   * Gives a webhook a new secret.
   *
   * @throws Stale if it is not as it was seen: a form that is sent twice rotates once
   */
  @Transactional
  public WebhookDetail rotate(String id, Typed typed, ConsoleSession by) {
    requireAsSeen(id, typed, by);
    return webhooks.rotate(id);
  }

  /**
   * Deletes a webhook.
   *
   * @throws Stale if it is not as it was seen
   */
  @Transactional
  public void delete(String id, Typed typed, ConsoleSession by) {
    requireAsSeen(id, typed, by);
    webhooks.delete(id);
  }

  private void requireAsSeen(String id, Typed typed, ConsoleSession by) {
    SettingsRight.OWNERS.require(by);
    if (!HookForm.seen(webhooks.held(id)).equals(typed.seen())) {
      throw new Stale();
    }
  }

  private WebhookWrite checked(Typed typed) {
    var wanted = HookForm.wanted(typed);
    var reasons = new HashMap<String, String>();
    for (var violation : validator.validate(wanted)) {
      var field = violation.getPropertyPath().toString();
      reasons.put(field, field.equals(HookForm.URL) ? "hooks.problem.url" : "problem.long");
    }
    if (wanted.types().isEmpty()) {
      reasons.put(HookForm.TYPES, "hooks.problem.types");
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    return wanted;
  }

  /** Of what is wrong with a webhook by itself, only its address is left to be refused. */
  private static WebhookDetail besideItsField(Typed typed, Supplier<WebhookDetail> work) {
    try {
      return work.get();
    } catch (InvalidRequest invalid) {
      throw typed.problem(Map.of(HookForm.URL, "hooks.problem.url"));
    }
  }
}
