package org.cartwright.audit.recording.entities;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Has Hibernate tell of every entity that is stored, changed or deleted, from the start on. */
@Component
class EntityListening implements SmartInitializingSingleton {

  private final EntityManagerFactory factory;
  private final ChangedEntities changes;

  EntityListening(EntityManagerFactory factory, ChangedEntities changes) {
    this.factory = factory;
    this.changes = changes;
  }

  @Override
  public void afterSingletonsInstantiated() {
    var listeners =
        factory.unwrap(SessionFactoryImplementor.class).getEventEngine().getListenerRegistry();
    listeners.appendListeners(EventType.POST_INSERT, changes);
    listeners.appendListeners(EventType.POST_UPDATE, changes);
    listeners.appendListeners(EventType.POST_DELETE, changes);
  }
}
