package dev.sagashop.order.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class RolesTest {

  @Test
  void areBothUnlessSomebodySaysOtherwise() {
    assertThat(Roles.of(new MockEnvironment())).containsExactly(Role.API, Role.WORKER);
    assertThat(Roles.of(roles("worker"))).containsExactly(Role.WORKER);
    assertThat(Roles.of(roles("worker, api"))).containsExactly(Role.API, Role.WORKER);
  }

  @Test
  void refuseANameThatIsNone() {
    assertThatThrownBy(() -> Roles.of(roles("api,cook")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'cook', expected api, worker or api,worker");
    assertThatThrownBy(() -> Roles.of(roles(""))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepAProcessWithoutWorkersFromPolling() {
    MockEnvironment api = roles("api");
    MockEnvironment worker = roles("worker");
    WorkersOnlyInTheirRole rule = new WorkersOnlyInTheirRole();

    rule.postProcessEnvironment(api, new SpringApplication());
    rule.postProcessEnvironment(worker, new SpringApplication());

    assertThat(api.getProperty("sagashop.temporal.workers")).isEqualTo("false");
    assertThat(worker.getProperty("sagashop.temporal.workers")).isNull();
  }

  private static MockEnvironment roles(String roles) {
    return new MockEnvironment().withProperty("sagashop.order.roles", roles);
  }
}
