package org.cartwright.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
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

  @Test
  void isNotTooLarge() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Logo.of(new byte[Logo.MAX_BYTES + 1]))
        .withMessageContaining("bytes");
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
