package org.cartwright.webhooks.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverAddressesTests {

  private final ReceiverAddresses addresses = new ReceiverAddresses(false);
  private final ReceiverAddresses atHome = new ReceiverAddresses(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example/cartwright",
        "HTTPS://Hooks.Example:443/a/b?c=d&e=%20f",
        "https://hooks.example:8443",
        "https://93.184.216.34/",
        "https://[2606:4700:4700::1111]:4443/hook",
        "https://xn--bcher-kva.example/"
      })
  void thereMayBeSentTo(String address) {
    assertThat(addresses.refusal(address)).isEmpty();
    assertThat(atHome.refusal(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/dev/hooks",
        "http://127.0.0.1/",
        "https://LOCALHOST:9443/x",
        "http://[::1]:3000/"
      })
  void thisMachineIsNamedInTheEmbeddedModeAlone(String address) throws UnknownHostException {
    assertThat(addresses.refusal(address)).isPresent();
    assertThat(atHome.refusal(address)).isEmpty();
    assertThat(atHome.filter(address).matches(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
    assertThat(atHome.filter(address).matches(InetAddress.ofLiteral("93.184.216.34"))).isFalse();
    assertThat(addresses.filter(address).matches(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example",
        "//hooks.example/",
        "https:///path",
        "https://",
        "https:hooks.example",
        "ftp://hooks.example/",
        "file:///etc/passwd",
        "gopher://hooks.example/",
        "javascript:alert(1)",
        "http://hooks.example/",
        "https://user@hooks.example/",
        "https://user:secret@hooks.example/",
        "https://hooks.example@10.0.0.1/",
        "https://hooks.example#@10.0.0.1/",
        "https://hooks.example\\@10.0.0.1/",
        "https://hooks.example:22/",
        "https://hooks.example:25/",
        "https://hooks.example:80/",
        "https://hooks.example:0/",
        "https://hooks.example:70000/",
        "https://hooks .example/",
        "https://bücher.example/",
        "https://hooks_.example/",
        "https://intranet/",
        "https://printer.local/",
        "https://metadata.google.internal/computeMetadata/v1/",
        "https://localhost.localdomain/",
        "https://foo.localhost/",
        "https://localhost./",
        "https://127.0.0.1/",
        "https://127.0.0.1./",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://017700000001/",
        "https://0/",
        "https://0.0.0.0/",
        "https://10.1.2.3/",
        "https://172.16.0.1/",
        "https://172.31.255.254/",
        "https://192.168.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.64.0.1/",
        "https://100.100.100.200/",
        "https://192.0.0.192/",
        "https://192.0.2.1/",
        "https://198.18.0.1/",
        "https://198.51.100.1/",
        "https://203.0.113.1/",
        "https://224.0.0.1/",
        "https://240.0.0.1/",
        "https://255.255.255.255/",
        "https://[::]/",
        "https://[::1]/",
        "https://[::127.0.0.1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:a9fe:a9fe]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[64:ff9b:1::a00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[2001:0:53aa:64c::1]/",
        "https://[2001:db8::1]/",
        "https://[100::1]/",
        "https://[fc00::1]/",
        "https://[fd00:ec2::254]/",
        "https://[fe80::1]/",
        "https://[fe80::1%25eth0]/",
        "https://[fec0::1]/",
        "https://[ff02::1]/",
        "https://[3fff::1]/",
        "https://[5f00::1]/"
      })
  void thereMayNotBeSentTo(String address) {
    assertThat(addresses.refusal(address)).isPresent();
  }

  /** Where a name leads is seen when something is sent. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "127.0.0.53",
        "169.254.169.254",
        "172.20.0.1",
        "192.168.178.1",
        "100.64.1.1",
        "192.0.0.8",
        "198.19.255.255",
        "239.1.1.1",
        "255.255.255.255",
        "::",
        "::1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:0:4136:e378::1",
        "fd12:3456::1",
        "fe80::abcd",
        "fec0::1",
        "ff0e::1",
        "2001:10::1",
        "100::1"
      })
  void whereANameMayNotLead(String address) {
    assertThat(addresses.filter("https://hooks.example/").matches(InetAddress.ofLiteral(address)))
        .isFalse();
    assertThat(atHome.filter("https://hooks.example/").matches(InetAddress.ofLiteral(address)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"93.184.216.34", "8.8.8.8", "2606:4700:4700::1111", "2a00:1450:4001::200e"})
  void whereANameMayLead(String address) {
    assertThat(addresses.filter("https://hooks.example/").matches(InetAddress.ofLiteral(address)))
        .isTrue();
  }
}
