package org.cartwright.platform.connections;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.cartwright.platform.connections.ConnectionRegistry.Bounds;
import org.cartwright.platform.limits.LimitSettings;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the container speak {@link LimitedHttpProtocol}. */
@Configuration
class ConnectionConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> guardedConnections(
      LimitSettings limits, ServerProperties server, GracefulShutdown farewell) {
    var strategy = server.getForwardHeadersStrategy();
    var isBehindAProxy = strategy != null && strategy != ForwardHeadersStrategy.NONE;
    var bounds =
        new Bounds(
            limits.connectionsPerAddress(),
            limits.requestWithin(),
            address -> isBehindAProxy && isPrivate(address));
    TomcatProtocolHandlerCustomizer<LimitedHttpProtocol> guarded =
        protocol -> {
          protocol.hold(bounds);
          farewell.say(protocol);
        };
    return factory -> {
      factory.setProtocol(LimitedHttpProtocol.class.getName());
      factory.addProtocolHandlerCustomizers(guarded);
    };
  }

  /** Where a proxy that is believed may stand; its connections are those of many clients. */
  private static boolean isPrivate(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc);
  }
}
