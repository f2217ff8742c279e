package org.cartwright.messages.transport;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.cartwright.platform.format.PhoneNumber;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Hands SMS over to a service that understands Twilio's way of sending. */
public final class SmsTransport implements MessageTransport {

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(10);
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{5,14}");

  private final SmsSettings.Account account;

  public SmsTransport(SmsSettings.Account account) {
    this.account = account;
  }

  @Override
  public void handOver(RenderedMessage rendered) throws DeliveryFailure {
    judge(send(number(rendered.recipient()), rendered.text()));
  }

  /**
   * Over a connection of its own: on one kept from before that the other side has closed meanwhile,
   * nobody could tell whether the message arrived.
   */
  private int send(String to, String text) throws DeliveryFailure {
    var form = new LinkedMultiValueMap<String, String>();
    form.add("From", account.sender());
    form.add("To", to);
    form.add("Body", text);
    try (var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build()) {
      var requests = new JdkClientHttpRequestFactory(http);
      requests.setReadTimeout(ANSWERING);
      return RestClient.builder()
          .requestFactory(requests)
          .build()
          .post()
          .uri(account.messages())
          .headers(headers -> headers.setBasicAuth(account.name(), account.token()))
          .contentType(MediaType.APPLICATION_FORM_URLENCODED)
          .accept(MediaType.APPLICATION_JSON)
          .body(form)
          .exchange((request, answer) -> answer.getStatusCode().value());
    } catch (ResourceAccessException e) {
      throw isBeforeSending(e)
          ? DeliveryFailure.tryAgain("The SMS service cannot be reached.")
          : DeliveryFailure.uncertain();
    }
  }

  private static void judge(int status) throws DeliveryFailure {
    if (status / 100 == 2) {
      return;
    }
    if (status == 504) {
      throw DeliveryFailure
          .uncertain(); // a gateway took it, and heard nothing from whom it gave it to
    }
    if (status == 401) {
      throw DeliveryFailure.tryAgain("The SMS service does not accept our account (401).");
    }
    throw status / 100 == 4 && status != 408 && status != 429
        ? DeliveryFailure.giveUp("The SMS service refused the message (%d).".formatted(status))
        : DeliveryFailure.tryAgain(
            "The SMS service did not take the message (%d).".formatted(status));
  }

  /**
   * The number with nothing but digits and a leading plus, however it was written down, the marks
   * of writing direction that come with a copied one included.
   */
  private static String number(String recipient) throws DeliveryFailure {
    var digits =
        PhoneNumber.inPlainDigits(recipient).replaceAll("[\\s\\p{Zs}\\p{Cf}\\p{Pd}()./+]", "");
    var number = "+" + digits.replaceAll("^00", "");
    if (!NUMBER.matcher(number).matches()) {
      throw DeliveryFailure.giveUp("This is no phone number that an SMS can be sent to.");
    }
    return number;
  }

  private static boolean isBeforeSending(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof HttpConnectTimeoutException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException
          || cause instanceof SSLHandshakeException) {
        return true;
      }
    }
    return false;
  }
}
