package org.cartwright.console.draft;

import java.util.Currency;
import java.util.Map;
import org.cartwright.carts.api.CartItemCreate;
import org.cartwright.carts.api.CartItemUpdate;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.lines.DeskLimits;
import org.cartwright.console.lines.DeskLine;
import org.cartwright.console.lines.Giving;
import org.cartwright.console.lines.LimitRefusal;
import org.cartwright.console.lines.LineEdits;
import org.cartwright.console.lines.Undo;
import org.cartwright.orders.DraftLines;
import org.cartwright.orders.Drafts;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.DraftItem;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.pricing.PriceSource;
import org.cartwright.staff.DeskRole;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
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

  /**
   * Puts an item on a draft, behind what is there: that is in nobody's way. A line that is put back
   * has what it had, as far as the role may give it.
   *
   * @throws NotTaken if something typed is none, or more than the role may give
   * @throws Stale if a line is put back, and the draft is not as it was seen
   */
  @Transactional
  public Undo add(String id, String itemId, Typed typed, DeskRole role) {
    var before = Undo.isPuttingBack(typed.fields()) ? held(id, typed) : drafts.held(id);
    var after = putOn(id, itemId, typed, role);
    DeskLimits.checkAll(role, giving(before), giving(after));
    return Undo.ofAdding(DraftSight.line(after.items().getLast()));
  }

  private DraftDetail putOn(String id, String itemId, Typed typed, DeskRole role) {
    var draft = lines.add(id, CartItemCreate.one(itemId, null));
    if (!Undo.isPuttingBack(typed.fields())) {
      return draft;
    }
    var added = DraftSight.line(draft.items().getLast());
    var update = edits.update(added, typed, figures(draft), role);
    return change(draft, added, update, typed, role);
  }

  /**
   * Changes a line as it was typed.
   *
   * @return what takes that back; nothing if it was that itself, by putting the line on anew
   * @throws NotTaken if that is none, or more than the role may give
   * @throws Stale if the draft is not as it was seen
   */
  @Transactional
  public @Nullable Undo change(String id, String lineId, Typed typed, DeskRole role) {
    var draft = held(id, typed);
    var item = item(draft, lineId);
    if (Undo.isPuttingOnAnew(typed.fields()) && item.itemId() != null) {
      lines.remove(id, lineId);
      var after = putOn(id, item.itemId(), typed, role);
      DeskLimits.checkAll(role, giving(draft), giving(after));
      return null;
    }
    var before = DraftSight.line(item);
    var update = edits.update(before, typed, figures(draft), role);
    var after = change(draft, before, update, typed, role);
    DeskLimits.checkAll(role, giving(draft), giving(after));
    var undo = Undo.ofChanging(before, figures(draft));
    if (update.unitPrice() == null) {
      return undo.withoutPrice();
    }
    return item.priceSource() == PriceSource.EXPLICIT ? undo : undo.lookingUpThePrice();
  }

  private DraftDetail change(
      DraftDetail draft, DeskLine before, CartItemUpdate update, Typed typed, DeskRole role) {
    var after = lines.change(draft.id(), before.id(), update);
    DeskLimits.check(role, before, DraftSight.line(item(after, before.id())), typed);
    return after;
  }

  /**
   * Takes a line off.
   *
   * @return what takes that back; nothing for a package, of which a market has none
   * @throws LimitRefusal if a discount is more than the role may give of what is left
   */
  @Transactional
  public @Nullable Undo remove(String id, String lineId, Typed typed, DeskRole role) {
    var draft = held(id, typed);
    var item = item(draft, lineId);
    DeskLimits.checkAll(role, giving(draft), giving(lines.remove(id, lineId)));
    if (item.itemId() == null) {
      return null;
    }
    var undo = Undo.ofRemoving(DraftSight.line(item), "item:" + item.itemId(), figures(draft));
    return item.priceSource() == PriceSource.EXPLICIT ? undo : undo.withoutPrice();
  }

  /**
   * Changes the discount on all goods, and the note for the staff, which can change as long as the
   * draft is open.
   *
   * @throws NotTaken if something typed is none, or more than the role may give
   */
  @Transactional
  public Undo changeHead(String id, Typed typed, DeskRole role) {
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
    var figures = figures(draft);
    var percentage = draft.discountPercentage();
    var discount = LineEdits.discountOnAll(typed, figures, percentage, draft.discountAmount());
    if (discount != null) {
      change.discount(discount, percentage);
    }
    var after = drafts.change(id, change.update());
    DeskLimits.check(role, given(draft), given(after), typed);
    DeskLimits.checkAll(role, giving(draft), giving(after));
    return Undo.ofHead(figures.shown(percentage, draft.discountAmount()), note);
  }

  /**
   * Puts a coupon on, or takes it off.
   *
   * @throws NotTaken if no code can be written like that
   * @throws LimitRefusal if a discount is more than the role may give of what it comes to then
   */
  @Transactional
  public void coupon(String id, Typed typed, DeskRole role) {
    var draft = held(id, typed);
    var code = typed.field("do", "").equals("off") ? "" : typed.field("code", "");
    if (!code.isEmpty() && !Ids.isPossible(code)) {
      throw typed.problem(Map.of("code", "problem.coupon"));
    }
    var after = lines.coupon(id, code.isEmpty() ? null : code);
    DeskLimits.checkAll(role, giving(draft), giving(after));
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

  /** What is given away on it. */
  static Giving giving(DraftDetail draft) {
    return Giving.of(draft.items().stream().map(DraftSight::line).toList(), given(draft));
  }

  /** What is taken off everything, and of what. */
  private static DeskLimits.Given given(DraftDetail draft) {
    return new DeskLimits.Given(
        draft.discountPercentage(), draft.discountAmount(), draft.goodsTotal());
  }

  private static DraftItem item(DraftDetail draft, String lineId) {
    return draft.items().stream()
        .filter(line -> line.id().equals(lineId))
        .findFirst()
        .orElseThrow(() -> Missing.a("Draft item"));
  }
}
