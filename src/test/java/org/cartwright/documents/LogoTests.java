package org.cartwright.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTests {

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void isAPngOrAJpeg(String format) throws IOException {
    assertThat(Logo.of(picture(format, 40, 20)).asAddress())
        .startsWith("data:image/" + format + ";base64,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gif", "bmp"})
  void isNoOtherKindOfPicture(String format) throws IOException {
    byte[] picture = picture(format, 40, 20);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Logo.of(picture))
        .withMessage("A logo is a PNG or a JPEG");
  }

  @Test
  void isAPicture() {
    assertThatIllegalArgumentException().isThrownBy(() -> Logo.of(new byte[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Logo.of("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void isAWholePicture(String format) throws IOException {
    byte[] picture = picture(format, 400, 200);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Logo.of(Arrays.copyOf(picture, 200)))
        .withMessage("A logo is a PNG or a JPEG");
  }

  @ParameterizedTest
  @CsvSource({"2001, 1", "1, 2001"})
  void hasNotTooManyPixels(int width, int height) throws IOException {
    byte[] picture = picture("png", width, height);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Logo.of(picture))
        .withMessageContaining("pixels");
  }

  @ParameterizedTest
  @CsvSource({"iCCP, 900", "zTXt, 5", "iTXt, 5"})
  void carriesNothingThatUnfoldsToFarMore(String chunk, int megabytes) throws IOException {
    byte[] bomb = withChunk(picture("png", 40, 20), chunk, megabytes << 20);
    assertThat(bomb.length).isLessThan(Logo.MAX_BYTES);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Logo.of(bomb))
        .withMessageContaining("colour profile");
    assertThat(Logo.kept(bomb)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"iCCP", "zTXt", "iTXt"})
  void mayCarryAProfileAndTexts(String chunk) throws IOException {
    byte[] picture = withChunk(picture("png", 40, 20), chunk, 3 << 20);

    assertThat(Logo.of(picture).asAddress()).startsWith("data:image/png;base64,");
    assertThat(Logo.kept(picture)).isPresent();
  }

  @Test
  void isNotTooLarge() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Logo.of(new byte[Logo.MAX_BYTES + 1]))
        .withMessageContaining("bytes");
  }

  /** The picture with a chunk behind its first one, whose data unfold to so many zeros. */
  private static byte[] withChunk(byte[] png, String chunk, int bytes) throws IOException {
    var data = new ByteArrayOutputStream();
    data.writeBytes("name\0".getBytes(UTF_8));
    data.writeBytes(chunk.equals("iTXt") ? new byte[] {1, 0, 0, 0} : new byte[] {0});
    try (var packed = new DeflaterOutputStream(data, new Deflater(9))) {
      var zeros = new byte[1 << 20];
      for (int i = 0; i < bytes >> 20; i++) {
        packed.write(zeros);
      }
    }
    var kindAndData = new ByteArrayOutputStream();
    kindAndData.writeBytes(chunk.getBytes(UTF_8));
    kindAndData.writeBytes(data.toByteArray());
    var sum = new CRC32();
    sum.update(kindAndData.toByteArray());
    int first = 8 + 12 + 13;
    return ByteBuffer.allocate(png.length + 8 + kindAndData.size())
        .put(png, 0, first)
        .putInt(data.size())
        .put(kindAndData.toByteArray())
        .putInt((int) sum.getValue())
        .put(png, first, png.length - first)
        .array();
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    var picture = new ByteArrayOutputStream();
    assertThat(
            ImageIO.write(
                new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, picture))
        .isTrue();
    return picture.toByteArray();
  }
}
