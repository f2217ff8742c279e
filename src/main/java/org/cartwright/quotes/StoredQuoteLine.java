package org.cartwright.quotes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.cartwright.lines.stored.StoredLine;
import org.cartwright.platform.trail.PartOf;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A line of a quote, as it is stored: its id is one only among the lines of its quote. */
@Entity
@PartOf(kind = "quote", by = "quoteId")
@SQLRestriction(CurrentTenant.ROWS)
@Table(name = "quote_line")
@IdClass(StoredQuoteLine.Key.class)
class StoredQuoteLine extends StoredLine {

  /** What names a line. */
  record Key(String quoteId, String id) implements Serializable {}

  @Id private String quoteId;
  @Id private String id;

  @Column(name = "description")
  private @Nullable String notes;

  @NullUnmarked
  protected StoredQuoteLine() {}

  @SuppressWarnings("NullAway.Init") // the line says the rest
  StoredQuoteLine(String id, String quoteId) {
    this.id = id;
    this.quoteId = quoteId;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  protected @Nullable String notes() {
    return notes;
  }

  @Override
  protected void note(@Nullable String newNotes) {
    notes = newNotes;
  }
}
