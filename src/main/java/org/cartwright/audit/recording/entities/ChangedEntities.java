package org.cartwright.audit.recording.entities;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cartwright.platform.trail.PartOf;
import org.cartwright.platform.trail.Touched;
import org.cartwright.platform.trail.Trail;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees which entities a transaction stores, changes and deletes, and what of them. */
@Component
class ChangedEntities
    implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {

  private static final String PATIENT_ID = "patientId";

  /** In the place of a field's name: all of it is new, or gone. */
  private static final String CREATED = "created";

  private static final String DELETED = "deleted";

  /** They change with everything else. */
  private static final Set<String> NO_NEWS = Set.of("version", "updatedDate");

  private static final ClassValue<List<PartOf>> WHOLES =
      new ClassValue<>() {
        @Override
        protected List<PartOf> computeValue(Class<?> type) {
          return List.of(type.getAnnotationsByType(PartOf.class));
        }
      };

  @Override
  public void onPostInsert(PostInsertEvent event) {
    var entity = event.getPersister();
    see(entity, event.getId(), event.getState())
        .ifPresent(touched -> touched.addField(entity.getTableName(), CREATED));
  }

  @Override
  public void onPostUpdate(PostUpdateEvent event) {
    var entity = event.getPersister();
    var changed = event.getDirtyProperties();
    see(entity, event.getId(), event.getState())
        .ifPresent(touched -> addFields(touched, entity, changed == null ? new int[0] : changed));
  }

  @Override
  public void onPostDelete(PostDeleteEvent event) {
    var entity = event.getPersister();
    see(entity, event.getId(), event.getDeletedState())
        .ifPresent(touched -> touched.addField(entity.getTableName(), DELETED));
  }

  @Override
  public boolean requiresPostCommitHandling(EntityPersister persister) {
    return false;
  }

  private static Optional<Touched> see(
      EntityPersister entity, Object id, @Nullable Object[] state) {
    var touched = Trail.touched();
    if (touched == null) {
      return Optional.empty();
    }
    nameThing(touched, entity, id, state);
    return Optional.of(touched);
  }

  private static void addFields(Touched touched, EntityPersister entity, int[] changed) {
    var names = entity.getPropertyNames();
    for (int property : changed) {
      if (!NO_NEWS.contains(names[property])) {
        touched.addField(entity.getTableName(), names[property]);
      }
    }
  }

  private static void nameThing(
      Touched touched, EntityPersister entity, Object id, @Nullable Object[] state) {
    var names = entity.getPropertyNames();
    var wholes = WHOLES.get(entity.getMappedClass());
    if (wholes.isEmpty()) {
      touched.add(entity.getTableName(), id.toString());
    }
    for (int i = 0; i < names.length; i++) {
      if (state[i] != null && names[i].equals(PATIENT_ID)) {
        touched.add("patient", state[i].toString());
      }
    }
    for (var whole : wholes) {
      touched.add(whole.kind(), idOf(whole, entity, id, state));
    }
  }

  /** It stands in a property of the part, or in the part's own id. */
  private static String idOf(
      PartOf whole, EntityPersister entity, Object id, @Nullable Object[] state) {
    var place = List.of(entity.getPropertyNames()).indexOf(whole.by());
    if (place >= 0) {
      return String.valueOf(state[place]);
    }
    return id instanceof Record key
        ? ShownThings.text(key, whole.by()).orElseThrow()
        : id.toString();
  }
}
