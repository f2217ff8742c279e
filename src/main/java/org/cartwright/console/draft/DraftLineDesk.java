package org.cartwright.console.draft;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.cartwright.carts.api.CartItemCreate;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.lines.DeskLimits;
import org.cartwright.console.lines.DeskLine;
import org.cartwright.console.lines.LineEdits;
import org.cartwright.orders.DraftLines;
import org.cartwright.orders.Drafts;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.staff.DeskRole;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what is on a draft as it was seen, and what is taken off its price. Each of these is one
 * transaction that locks the draft, compares it with what was on the page, and asks the service
 * that the API asks.
 */
@Service
class DraftLineDesk {

  private static final int LONGEST_NOTE = 10_000;

  private final Drafts drafts;
  private final DraftLines lines;
  private final LineEdits edits;
  private final Tenants tenants;

  DraftLineDesk(Drafts drafts, DraftLines lines, LineEdits edits, Tenants tenants) {
    this.drafts = drafts;
    this.lines = lines;
    this.edits = edits;
    this.tenants = tenants;
  }

  /** Puts an item on a draft, behind what is there: that is in nobody's way. */
  @Transactional
  public void add(String id, String itemId) {
    lines.add(
        id,
        new CartItemCreate(
            itemId,
            null,
            BigDecimal.ONE,
            null,
            0,
            BigDecimal.ZERO,
            null,
            new PresentFields(Set.of())));
  }

  /**
   * Changes a line as it was typed.
   *
   * @throws NotTaken if that is none, or more than the role may give
   * @throws Stale if the draft is not as it was seen
   */
  @Transactional
  public void change(String id, String lineId, Typed typed, DeskRole role) {
    var draft = held(id, typed);
    var before = line(draft, lineId);
    var update = edits.update(before, typed, figures(draft), role);
    var after = lines.change(id, lineId, update);
    DeskLimits.check(role, before, line(after, lineId), typed);
  }

  /** Takes a line off. */
  @Transactional
  public void remove(String id, String lineId, Typed typed) {
    held(id, typed);
    lines.remove(id, lineId);
  }

  /**
   * Changes the discount on all goods, and the note for the staff, which can change as long as the
   * draft is open.
   *
   * @throws NotTaken if something typed is none, or more than the role may give
   */
  @Transactional
  public void changeHead(String id, Typed typed, DeskRole role) {
    var draft = held(id, typed);
    var change = new DraftChange();
    var note = draft.internalNote() == null ? "" : draft.internalNote();
    var wanted = typed.field("notes", note);
    if (wanted.length() > LONGEST_NOTE) {
      throw typed.problem(Map.of("notes", "problem.notes"));
    }
    if (!wanted.equals(note)) {
      change.note(wanted.isEmpty() ? null : wanted);
    }
    var discount =
        LineEdits.discountOnAll(
            typed, figures(draft), draft.discountPercentage(), draft.discountAmount());
    if (discount != null) {
      change.discount(discount, draft.discountPercentage());
    }
    var after = drafts.change(id, change.update());
    DeskLimits.check(role, given(draft), given(after), typed);
  }

  /**
   * Puts a coupon on, or takes it off.
   *
   * @throws NotTaken if no code can be written like that
   */
  @Transactional
  public void coupon(String id, Typed typed) {
    held(id, typed);
    var code = typed.field("do", "").equals("off") ? "" : typed.field("code", "");
    if (!code.isEmpty() && !Ids.isPossible(code)) {
      throw typed.problem(Map.of("code", "problem.coupon"));
    }
    lines.coupon(id, code.isEmpty() ? null : code);
  }

  private DraftDetail held(String id, Typed typed) {
    var draft = drafts.held(id);
    if (!DraftSight.of(draft).isAsSeen(typed.seen())) {
      throw new Stale();
    }
    return draft;
  }

  private TypedFigures figures(DraftDetail draft) {
    return new TypedFigures(tenants.current().locale(), Currency.getInstance(draft.currency()));
  }

  private static DeskLimits.Given given(DraftDetail draft) {
    return new DeskLimits.Given(draft.discountAmount(), draft.goodsTotal());
  }

  private static DeskLine line(DraftDetail draft, String lineId) {
    return draft.items().stream()
        .filter(line -> line.id().equals(lineId))
        .findFirst()
        .map(DraftSight::line)
        .orElseThrow(() -> Missing.a("Draft item"));
  }
}
