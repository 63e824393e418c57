package dev.sagashop.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AddressBucketsTest {

  @Test
  void anAddressHasItsBurstAndNoMore() {
    var buckets = new AddressBuckets(new Limits.Rate(1, 200));
    for (int i = 0; i < 200; i++) {
      assertThat(buckets.take("192.0.2.1")).isZero();
    }
    assertThat(buckets.take("192.0.2.2")).isZero();
  }

  @Test
  void withoutARateNobodyWaits() {
    var buckets = new AddressBuckets(new Limits.Rate(0, 1));
    assertThat(buckets.take("192.0.2.1")).isZero();
    assertThat(buckets.take("192.0.2.1")).isZero();
  }

  @Test
  void aRateWithoutABurstIsAMistake() {
    assertThatThrownBy(() -> new Limits.Rate(5, 0)).hasMessageContaining("burst of 0");
  }

  @Test
  void aNetworkOfVersionSixIsOneClient() {
    assertThat(AddressBuckets.network("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(AddressBuckets.network("2001:db8:1:2::1"))
        .isNotEqualTo(AddressBuckets.network("2001:db8:1:3::1"));
    assertThat(AddressBuckets.network("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(AddressBuckets.network("unknown:x")).isEqualTo("unknown:x");
  }
}
