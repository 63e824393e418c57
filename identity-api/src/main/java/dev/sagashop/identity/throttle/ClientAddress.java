package dev.sagashop.identity.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** What counts as one client on the network. */
final class ClientAddress {

  /** A household gets a network of this size, and with it all addresses in it. */
  private static final int IPV6_NETWORK_BYTES = 8;

  private ClientAddress() {}

  static String of(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address ? networkOf(parsed.getAddress()) : address;
    } catch (IllegalArgumentException e) {
      // A proxy that names its clients otherwise: each name is a client.
      return address;
    }
  }

  private static String networkOf(byte[] address) {
    byte[] network = Arrays.copyOf(Arrays.copyOf(address, IPV6_NETWORK_BYTES), address.length);
    try {
      return InetAddress.getByAddress(network).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address keeps its length", e);
    }
  }
}
