package org.cartwright.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.cartwright.messages.dispatch.MessageTransports;
import org.cartwright.messages.inbox.DevelopmentInbox;
import org.cartwright.messages.transport.SmsSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

/** Where links in messages lead. */
class PublicAddressTests {

  private static PublicAddress address(@Nullable String configured) {
    return new PublicAddress(configured, new MockEnvironment());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://my_host",
        "https://",
        "https://quotes.example/path",
        "https://quotes.example?x",
        "ftp://quotes.example",
        "quotes.example",
        "https://quotes example"
      })
  void whatMessagesWouldNotTakeAsALinkIsRefusedAtTheStart(String configured) {
    assertThatThrownBy(() -> address(configured))
        .isInstanceOf(NoPublicAddress.class)
        .satisfies(
            refused ->
                assertThat(
                        Objects.requireNonNull(new NoPublicAddressAnalyzer().analyze(refused))
                            .getAction())
                    .contains("CARTWRIGHT_PUBLIC_URL"));
  }

  @Test
  void linksLeadToWhatIsConfiguredAndToThisMachineOtherwise() {
    assertThat(address("https://quotes.example/").link("/q/glow/x"))
        .isEqualTo("https://quotes.example/q/glow/x");
    assertThat(address(" ").link("/q")).isEqualTo("http://localhost:8080/q");
    assertThat(address(null).link("/q")).isEqualTo("http://localhost:8080/q");
  }

  @Test
  void withAMailServerOrAnSmsServiceThereIsNoStartWithoutAPublicAddress() {
    var mail = Map.of("mail", (Object) new JavaMailSenderImpl());
    var nothing = new SmsSettings(null, null, null, null);
    var sms = new SmsSettings("https://sms.example", "a", "t", "s");

    assertThatThrownBy(() -> carriers(mail, nothing, null)).isInstanceOf(NoPublicAddress.class);
    assertThatThrownBy(() -> carriers(Map.of(), sms, null)).isInstanceOf(NoPublicAddress.class);
    assertThat(carriers(Map.of(), nothing, null).over(Channel.EMAIL)).isEmpty();
    assertThat(carriers(mail, sms, "https://quotes.example").over(Channel.SMS)).isPresent();
  }

  private static MessageTransports carriers(
      Map<String, Object> beans, SmsSettings sms, @Nullable String publicUrl) {
    var known = new StaticListableBeanFactory(beans);
    return new MessageTransports(
        known.getBeanProvider(JavaMailSenderImpl.class),
        "quotes@glow.example",
        sms,
        address(publicUrl),
        known.getBeanProvider(DevelopmentInbox.class));
  }
}
