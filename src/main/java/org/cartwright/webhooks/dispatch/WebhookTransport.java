package org.cartwright.webhooks.dispatch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.cartwright.webhooks.address.ReceiverAddresses;
import org.cartwright.webhooks.api.DeliveryFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/**
 * Takes an event over the network. It connects to the very addresses that were looked at and let
 * pass, directly and without following anybody elsewhere; ten seconds in all, and of the answer no
 * more than 64 KiB are read.
 */
@Component
class WebhookTransport implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookTransport.class);

  static final Duration LONGEST = Duration.ofSeconds(10);

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final int MOST_READ = 64 * 1024;
  private static final int COUNTABLE = 9;

  /**
   * As many as are sent at a time, wherever they go: nobody waits for a connection, least of all
   * for one that is in use by a slow receiver of another clinic on the same host.
   */
  private static final int MOST_CONNECTIONS = WebhookDispatcher.ALTOGETHER + Resending.AT_ONCE;

  private final ReceiverAddresses addresses;
  private final DnsResolver names;
  private final Clock clock;
  private final Duration longest;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("errands-hooks-deadlines").factory());
  private @Nullable CloseableHttpClient abroad;
  private @Nullable CloseableHttpClient atHome;

  @Autowired
  WebhookTransport(ReceiverAddresses addresses, Clock clock) {
    this(addresses, SystemDefaultDnsResolver.INSTANCE, clock, LONGEST);
  }

  WebhookTransport(ReceiverAddresses addresses, DnsResolver names, Clock clock, Duration longest) {
    this.addresses = addresses;
    this.names = names;
    this.clock = clock;
    this.longest = longest;
  }

  /** How long it waits for an answer, all in all. */
  Duration longest() {
    return longest;
  }

  /** Sends a delivery and waits what comes of it. */
  Reply send(DueDelivery delivery) {
    if (addresses.refusal(delivery.url()).isPresent()) {
      return Reply.failed(DeliveryFailure.NOTHING_SENT_THERE);
    }
    var now = clock.instant();
    var post = new HttpPost(delivery.url());
    post.setEntity(
        new ByteArrayEntity(
            delivery.body().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
    Signatures.headers(delivery.id(), now, delivery.body(), delivery.secrets())
        .forEach(post::setHeader);
    var isLate = new AtomicBoolean();
    var deadline =
        deadlines.schedule(
            () -> {
              isLate.set(true);
              post.cancel();
            },
            longest.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      var answer = client(delivery.url()).executeOpen(null, post, null);
      var reply = Reply.of(answer.getCode(), wish(answer, now));
      finish(answer, post);
      return reply;
    } catch (IOException | RuntimeException e) {
      return Reply.failed(isLate.get() ? DeliveryFailure.LATE : why(e));
    } finally {
      deadline.cancel(false);
    }
  }

  /**
   * What is answered is of no interest, but a connection that was read to its end can be kept; one
   * that has no end soon is cut.
   */
  private static void finish(ClassicHttpResponse answer, HttpPost post) {
    try (answer) {
      var entity = answer.getEntity();
      if (entity != null && entity.getContent().readNBytes(MOST_READ).length == MOST_READ) {
        post.cancel();
      }
    } catch (IOException e) {
      LOG.trace("The status is there, and it is what counts", e);
    }
  }

  private static @Nullable Duration wish(ClassicHttpResponse answer, Instant now) {
    var header = answer.getFirstHeader(HttpHeaders.RETRY_AFTER);
    if (header == null) {
      return null;
    }
    var text = header.getValue().strip();
    try {
      return text.matches("\\d+")
          ? seconds(text)
          : Duration.between(
              now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** So many digits that nobody can count them wish for as long as anybody is granted. */
  private static Duration seconds(String digits) {
    return digits.length() > COUNTABLE
        ? RetryLadder.LONGEST_WISH
        : Duration.ofSeconds(Long.parseLong(digits));
  }

  private static DeliveryFailure why(Exception e) {
    if (e instanceof FilteredHostException) {
      return DeliveryFailure.NO_PUBLIC_ADDRESS;
    }
    if (e instanceof UnknownHostException) {
      return DeliveryFailure.NAME_UNKNOWN;
    }
    if (e instanceof SocketTimeoutException) {
      return DeliveryFailure.LATE;
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return DeliveryFailure.NOT_CONNECTED;
    }
    return e instanceof SSLException ? DeliveryFailure.NOT_PROVEN : DeliveryFailure.BROKEN;
  }

  private synchronized CloseableHttpClient client(String url) {
    if (addresses.isThisMachine(url)) {
      atHome = atHome == null ? make(addresses.filter(url)) : atHome;
      return atHome;
    }
    abroad = abroad == null ? make(addresses.filter(url)) : abroad;
    return abroad;
  }

  private CloseableHttpClient make(InetAddressFilter filter) {
    return new HttpComponentsHttpClientBuilder()
        .withDnsResolver(names)
        .withCustomizer(
            http ->
                http.disableAutomaticRetries()
                    .disableRedirectHandling()
                    .disableCookieManagement()
                    .disableAuthCaching()
                    .disableContentCompression()
                    .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                    .setUserAgent("Cartwright-Webhooks"))
        .withConnectionManagerCustomizer(
            pool -> pool.setMaxConnTotal(MOST_CONNECTIONS).setMaxConnPerRoute(MOST_CONNECTIONS))
        .withDefaultRequestConfigCustomizer(
            request ->
                request.setConnectionRequestTimeout(Timeout.ofMilliseconds(CONNECTING.toMillis())))
        .build(
            HttpClientSettings.defaults()
                .withRedirects(HttpRedirects.DONT_FOLLOW)
                .withTimeouts(CONNECTING, longest)
                .withInetAddressFilter(filter));
  }

  @Override
  public synchronized void destroy() {
    deadlines.shutdownNow();
    if (abroad != null) {
      abroad.close(CloseMode.IMMEDIATE);
    }
    if (atHome != null) {
      atHome.close(CloseMode.IMMEDIATE);
    }
  }
}
