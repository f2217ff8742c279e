package org.cartwright.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture that is known to be printable. */
public final class Logo {

  /** The most bytes a logo has. */
  public static final int MAX_BYTES = 1 << 20;

  /** The most pixels a logo has on either side. */
  public static final int MAX_SIDE = 2_000;

  private static final Set<String> FORMATS = Set.of("png", "jpeg");

  private final String format;
  private final byte[] picture;

  private Logo(String format, byte[] picture) {
    this.format = format;
    this.picture = picture;
  }

  /**
   * The logo these bytes are: a whole PNG or JPEG within {@link #MAX_BYTES} and {@link #MAX_SIDE},
   * with no more packed into it than one would want to unpack.
   *
   * @throws IllegalArgumentException if they are not; its message says why and may be shown
   */
  public static Logo of(byte[] picture) {
    return checked(picture, true);
  }

  /** One that was taken before and is not decoded again; absent if it would not be taken today. */
  public static Optional<Logo> kept(byte[] picture) {
    try {
      return Optional.of(checked(picture, false));
    } catch (IllegalArgumentException refusedToday) {
      return Optional.empty();
    }
  }

  private static Logo checked(byte[] picture, boolean decodes) {
    if (picture.length > MAX_BYTES) {
      throw new IllegalArgumentException("A logo has at most " + MAX_BYTES + " bytes");
    }
    // Asked before anything reads it: a small file can unfold to gigabytes.
    if (!PngMetadata.areModest(picture)) {
      throw new IllegalArgumentException(
          "A logo has at most " + PngMetadata.MAX_BYTES + " bytes of colour profile and texts");
    }
    byte[] own = picture.clone();
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(own))) {
      var readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw notAPicture();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        return new Logo(checked(reader, decodes), own);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Broken pictures make the decoders fail in many ways, and all of them mean the same.
      throw e instanceof IllegalArgumentException known ? known : notAPicture();
    }
  }

  /** The format of the picture, which is decoded if we are to be sure that it can be printed. */
  private static String checked(ImageReader reader, boolean decodes) throws IOException {
    String format = reader.getFormatName().toLowerCase(Locale.ROOT);
    if (!FORMATS.contains(format)) {
      throw notAPicture();
    }
    if (reader.getWidth(0) > MAX_SIDE || reader.getHeight(0) > MAX_SIDE) {
      throw new IllegalArgumentException(
          "A logo has at most " + MAX_SIDE + " × " + MAX_SIDE + " pixels");
    }
    if (decodes) {
      reader.read(0).flush();
    }
    return format;
  }

  private static IllegalArgumentException notAPicture() {
    return new IllegalArgumentException("A logo is a PNG or a JPEG");
  }

  /** The picture itself as a {@code data:} address, so that nothing has to be fetched. */
  String asAddress() {
    return "data:image/" + format + ";base64," + Base64.getEncoder().encodeToString(picture);
  }
}
