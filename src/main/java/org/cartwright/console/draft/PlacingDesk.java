package org.cartwright.console.draft;

import java.util.Map;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.orders.Drafts;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.api.placed.PlaceRequest;
import org.cartwright.orders.placing.Placing;
import org.cartwright.orders.reserving.DraftReservations;
import org.cartwright.platform.json.Moment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a draft as it was seen: an order, put aside, or nothing. */
@Service
class PlacingDesk {

  private static final int LONGEST_PHONE = 50;

  private final Drafts drafts;
  private final Placing placing;
  private final DraftReservations reservations;

  PlacingDesk(Drafts drafts, Placing placing, DraftReservations reservations) {
    this.drafts = drafts;
    this.placing = placing;
    this.reservations = reservations;
  }

  /**
   * Makes an order of it.
   *
   * @throws NotTaken if nobody confirmed a phone number
   * @throws Stale if the draft is not as it was seen: nobody's order is another than the one that
   *     was read to them
   */
  @Transactional
  public OrderDetail place(String id, Typed typed) {
    held(id, typed);
    var phone = typed.field("phone", "");
    if (phone.isEmpty() || phone.length() > LONGEST_PHONE) {
      throw typed.problem(Map.of("phone", "problem.confirm"));
    }
    return placing.place(id, new PlaceRequest(phone));
  }

  /**
   * Holds for it what is on it, until the end of a day.
   *
   * @throws NotTaken if no day was chosen
   */
  @Transactional
  public void hold(String id, Typed typed) {
    held(id, typed);
    var until = Moment.parse(typed.field("until", ""));
    if (until == null) {
      throw typed.problem(Map.of("until", "problem.until"));
    }
    reservations.reserve(id, until);
  }

  /** Holds nothing for it any more. */
  @Transactional
  public void release(String id, Typed typed) {
    held(id, typed);
    reservations.release(id);
  }

  /** Puts it aside, or takes it up again. */
  @Transactional
  public void become(String id, CartStatus status, Typed typed) {
    held(id, typed);
    drafts.change(id, new DraftChange().status(status).update());
  }

  /** Deletes it for good. */
  @Transactional
  public void delete(String id, Typed typed) {
    held(id, typed);
    drafts.delete(id);
  }

  private void held(String id, Typed typed) {
    if (!DraftSight.of(drafts.held(id)).isAsSeen(typed.seen())) {
      throw new Stale();
    }
  }
}
