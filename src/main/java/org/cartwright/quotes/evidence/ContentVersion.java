package org.cartwright.quotes.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the content of a quote is spelled: JSON with sorted keys and without blanks, amounts in the
 * smallest unit of the currency, quantities and percentages without trailing zeros, in UTF-8.
 *
 * <p>What was accepted is kept in the version of its day and compared with what the same version
 * writes of the quote later. So nothing here ever changes: what is to be spelled otherwise gets
 * another version beside these.
 */
enum ContentVersion {

  /** Before contents named their version. */
  ONE(1) {
    @Override
    Object spelled(QuoteContent content) {
      return One.of(content);
    }
  },

  /** Like the first, and names its version. */
  TWO(2) {
    @Override
    Object spelled(QuoteContent content) {
      return Two.of(content);
    }
  },

  /** Like the second, and says of what is sold in a market on which terms. */
  THREE(3) {
    @Override
    Object spelled(QuoteContent content) {
      return Three.of(content);
    }
  };

  /** The version in which a content is shown and kept from now on. */
  static ContentVersion presentOf(QuoteContent content) {
    return content.market() == null ? TWO : THREE;
  }

  private static final JsonMapper CANONICAL =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final int number;

  ContentVersion(int number) {
    this.number = number;
  }

  abstract Object spelled(QuoteContent content);

  /** The content in this version's spelling. */
  String write(QuoteContent content) {
    return CANONICAL.writeValueAsString(spelled(content));
  }

  /**
   * Whether a content that was kept is what its version writes of a quote.
   *
   * @param quote what the quote says; not asked if nothing can be made of what was kept
   */
  static boolean isSaid(String kept, Supplier<QuoteContent> quote) {
    return of(kept).filter(version -> version.write(quote.get()).equals(kept)).isPresent();
  }

  /**
   * What was kept, in any version, without the words of its quote and of the lines' descriptions;
   * of what is no such content nothing is left.
   */
  static String withoutWords(String kept) {
    try {
      if (CANONICAL.readTree(kept) instanceof ObjectNode content
          && content.get("lines") instanceof ArrayNode lines
          && lines.valueStream().allMatch(ObjectNode.class::isInstance)) {
        List.of("title", "description", "terms").forEach(content::putNull);
        lines.forEach(line -> ((ObjectNode) line).putNull("description"));
        return CANONICAL.writeValueAsString(content);
      }
      return "{}";
    } catch (JacksonException e) {
      return "{}";
    }
  }

  /** The version that a kept content says it is written in, if that is one. */
  private static Optional<ContentVersion> of(String kept) {
    try {
      var number = CANONICAL.readTree(kept).path("version").asInt(ONE.number);
      return Arrays.stream(values()).filter(known -> known.number == number).findFirst();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private record LineOfOne(
      String name,
      @Nullable String description,
      String quantity,
      long unitPrice,
      String discountPercentage,
      long discountAmount,
      long taxAmount,
      long totalPrice) {

    static List<LineOfOne> all(List<QuoteContent.Line> lines) {
      return lines.stream()
          .map(
              line ->
                  new LineOfOne(
                      line.name(),
                      line.description(),
                      plain(line.quantity()),
                      line.unitPrice(),
                      plain(line.discountPercentage()),
                      line.discountAmount(),
                      line.taxAmount(),
                      line.totalPrice()))
          .toList();
    }
  }

  private record One(
      String quoteId,
      String currency,
      @Nullable String title,
      @Nullable String description,
      @Nullable String terms,
      @Nullable Instant validUntil,
      List<LineOfOne> lines,
      long subtotal,
      long discountAmount,
      long taxAmount,
      long total) {

    static One of(QuoteContent content) {
      return new One(
          content.quoteId(),
          content.currency(),
          content.title(),
          content.description(),
          content.terms(),
          content.validUntil(),
          LineOfOne.all(content.lines()),
          content.subtotal(),
          content.discountAmount(),
          content.taxAmount(),
          content.total());
    }
  }

  private record Two(
      int version,
      String quoteId,
      String currency,
      @Nullable String title,
      @Nullable String description,
      @Nullable String terms,
      @Nullable Instant validUntil,
      List<LineOfOne> lines,
      long subtotal,
      long discountAmount,
      long taxAmount,
      long total) {

    static Two of(QuoteContent content) {
      return new Two(
          TWO.number,
          content.quoteId(),
          content.currency(),
          content.title(),
          content.description(),
          content.terms(),
          content.validUntil(),
          LineOfOne.all(content.lines()),
          content.subtotal(),
          content.discountAmount(),
          content.taxAmount(),
          content.total());
    }
  }

  private record Three(
      int version,
      String quoteId,
      String currency,
      @Nullable String title,
      @Nullable String description,
      @Nullable String terms,
      @Nullable Instant validUntil,
      List<LineOfOne> lines,
      long subtotal,
      long discountAmount,
      @Nullable String couponCode,
      long couponAmount,
      long taxAmount,
      boolean taxesIncluded,
      long total) {

    static Three of(QuoteContent content) {
      var market =
          content.market() == null ? new QuoteContent.Market(false, null, 0) : content.market();
      return new Three(
          THREE.number,
          content.quoteId(),
          content.currency(),
          content.title(),
          content.description(),
          content.terms(),
          content.validUntil(),
          LineOfOne.all(content.lines()),
          content.subtotal(),
          content.discountAmount(),
          market.couponCode(),
          market.couponAmount(),
          content.taxAmount(),
          market.taxesIncluded(),
          content.total());
    }
  }
}
