package org.cartwright.lines.stored;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.cartwright.lines.LineItem;

/**
 * Stores the lines of a cart or quote as they now are: a line that changed is updated, one that
 * came is inserted, one that went is deleted. What is to be written goes to the database with the
 * next flush, all lines in one batch.
 *
 * @param <L> the entity in which the owner stores a line
 */
public final class LineStore<L extends StoredLine> {

  private final EntityManager entities;
  private final Function<String, L> fresh;

  /**
   * @param fresh makes the entity of a line from the line's id
   */
  public LineStore(EntityManager entities, Function<String, L> fresh) {
    this.entities = entities;
    this.fresh = fresh;
  }

  /**
   * Makes what is stored say what the lines say.
   *
   * @param present the entities as they were read, in any order
   * @return the entities of the lines, in their order
   */
  public List<L> become(List<L> present, List<LineItem> lines) {
    var stored = new HashMap<String, L>();
    present.forEach(line -> stored.put(line.id(), line));
    var next = new ArrayList<L>();
    for (var line : lines) {
      var same = stored.remove(line.id());
      next.add(same == null ? insert(line, next.size()) : update(same, line, next.size()));
    }
    stored.values().forEach(entities::remove);
    return next;
  }

  private L insert(LineItem line, int position) {
    var entity = fresh.apply(line.id());
    entity.become(line, position);
    entities.persist(entity);
    return entity;
  }

  private static <L extends StoredLine> L update(L entity, LineItem line, int position) {
    entity.become(line, position);
    return entity;
  }
}
