package dev.sagashop.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A bucket of tokens for each address, in the memory of this gateway: with several gateways the
 * limits add up.
 */
final class AddressBuckets {

  private static final long MOST_ADDRESSES = 100_000;

  /** Half of an address of version 6; the other half is the customer's own to vary. */
  private static final int NETWORK_BYTES = 8;

  private final Cache<String, Bucket> buckets;
  private final Limits.Rate rate;

  AddressBuckets(Limits.Rate rate) {
    this.rate = rate;
    // Forgotten when it would long be full again.
    Duration kept =
        rate.isUnlimited()
            ? Duration.ofMinutes(1)
            : Duration.ofSeconds(60 + rate.burst() / rate.perSecond());
    this.buckets =
        Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).expireAfterAccess(kept).build();
  }

  /** How many nanoseconds a request of this address must wait; 0 lets it pass. */
  long take(String address) {
    if (rate.isUnlimited()) {
      return 0;
    }
    ConsumptionProbe taken =
        buckets.get(network(address), network -> full()).tryConsumeAndReturnRemaining(1);
    return taken.isConsumed() ? 0 : Math.max(1, taken.getNanosToWaitForRefill());
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
        .build();
  }

  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address v6
          ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES))
          : address;
    } catch (IllegalArgumentException e) {
      // As a trusted proxy names it, which need not be an address.
      return address;
    }
  }
}
