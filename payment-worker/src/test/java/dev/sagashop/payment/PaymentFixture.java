package dev.sagashop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.payment.ChargeOrder;
import dev.sagashop.activities.payment.PaymentActivities;
import dev.sagashop.activities.payment.RefundCharge;
import dev.sagashop.activities.payment.VoidCharge;
import dev.sagashop.audit.Audit;
import dev.sagashop.audit.AuditReport;
import dev.sagashop.audit.sources.AuditSources;
import dev.sagashop.payment.provider.PaymentProvider;
import dev.sagashop.payment.simulator.SimulatorRemote;
import dev.sagashop.platform.temporal.RunningWorkflows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The real activities on a real database with the simulated provider, without HTTP, Kafka and
 * Temporal.
 */
final class PaymentFixture implements AutoCloseable {

  static final Money PRICE = Money.of("84.97");

  private static final AtomicLong NUMBERS = new AtomicLong();

  @TestConfiguration(proxyBeanMethods = false)
  @ComponentScan({
    "dev.sagashop.payment.book",
    "dev.sagashop.payment.charging",
    "dev.sagashop.payment.refunding",
    "dev.sagashop.payment.saga",
    "dev.sagashop.payment.simulator"
  })
  @ConfigurationPropertiesScan("dev.sagashop.payment.simulator")
  static class Parts {

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource() {
      HikariDataSource dataSource = TestDatabases.pool(TestDatabases.fresh());
      Flyway.configure().dataSource(dataSource).load().migrate();
      return dataSource;
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
      return JdbcClient.create(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(DataSource dataSource) {
      return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Bean
    RunningWorkflows runningWorkflows() {
      return _ -> false;
    }

    @Bean
    StoredEvents storedEvents(JdbcClient jdbc) {
      return new StoredEvents(jdbc);
    }

    @Bean
    @Primary
    InterruptedProvider interruptedProvider(
        @Qualifier("simulatedProvider") PaymentProvider provider) {
      return new InterruptedProvider(provider);
    }
  }

  private final TestProvider running = TestProvider.start();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  PaymentFixture() {
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "others",
                Map.of(
                    "sagashop.payment.provider.base-url",
                    running.url(),
                    "sagashop.payment.orders.base-url",
                    "http://not-asked")));
    context.register(Parts.class);
    context.refresh();
  }

  static OrderId newOrder() {
    return new OrderId(NUMBERS.incrementAndGet());
  }

  static RefundId newRefund() {
    return new RefundId(NUMBERS.incrementAndGet());
  }

  static ChargeOrder charge(OrderId order) {
    return new ChargeOrder(order, 7, PRICE);
  }

  static VoidCharge voidOf(OrderId order) {
    return new VoidCharge(order, "Payment deadline passed");
  }

  static RefundCharge refund(RefundId refund, OrderId order, String amount) {
    return new RefundCharge(refund, order, Money.of(amount), 1, false);
  }

  static RefundCharge part(RefundId refund, OrderId order, String amount) {
    return new RefundCharge(refund, order, Money.of(amount), 1, true);
  }

  PaymentActivities payments() {
    return context.getBean(PaymentActivities.class);
  }

  InterruptedProvider provider() {
    return context.getBean(InterruptedProvider.class);
  }

  SimulatorRemote simulator() {
    return context.getBean(SimulatorRemote.class);
  }

  StoredEvents events() {
    return context.getBean(StoredEvents.class);
  }

  JdbcClient jdbc() {
    return context.getBean(JdbcClient.class);
  }

  /** The topics on which something was told about an order, in their order. */
  List<String> topics(OrderId order) {
    return events().ofOrder(order.value()).stream().map(StoredEvents.Stored::topic).toList();
  }

  String status(OrderId order) {
    return jdbc()
        .sql("select status from payments where order_id = :orderId")
        .param("orderId", order.value())
        .query(String.class)
        .optional()
        .orElse("none");
  }

  /**
   * Our ledger, our payments and the provider's journal say the same about every order, and nothing
   * is undecided.
   */
  void booksAgree() {
    assertThat(
            jdbc()
                .sql(
                    """
                    with ours as (
                      select order_id,
                             coalesce(sum(amount) filter (where kind = 'CHARGE'), 0) as captured,
                             coalesce(sum(amount) filter (where kind = 'REFUND'), 0) as refunded,
                             coalesce(sum(amount) filter (where kind = 'REFUND'
                               and coalesce(detail, '') not like 'outside:%'), 0) as by_provider
                      from ledger where state = 'SUCCEEDED' and kind <> 'VOID' group by order_id),
                    theirs as (
                      select order_id,
                             coalesce(sum(amount) filter (where kind = 'CHARGE'), 0) as captured,
                             coalesce(sum(amount) filter (where kind = 'REFUND'), 0) as refunded
                      from (select "orderId" as order_id, kind, outcome, amount
                            from json_to_recordset(cast(:journal as json))
                              as j ("orderId" bigint, kind text, outcome text, amount numeric)) j
                      where outcome = 'SUCCEEDED' group by order_id),
                    paid as (
                      select order_id, amount as captured, refunded_amount as refunded
                      from payments where status in ('COMPLETED', 'REFUNDED'))
                    select order_id, ours, theirs, paid
                    from ours full join theirs using (order_id) full join paid using (order_id)
                    where (ours.captured, ours.by_provider) is distinct from
                          (theirs.captured, theirs.refunded)
                       or (ours.captured, ours.refunded) is distinct from
                          (paid.captured, paid.refunded)
                    """)
                .param("journal", simulator().journal())
                .query()
                .listOfRows())
        .as("orders about which the books differ")
        .isEmpty();
    assertThat(
            jdbc()
                .sql(
                    """
                    select idempotency_key from ledger group by idempotency_key
                    having count(*) filter (where state <> 'PENDING') <> 1
                    union all
                    select 'payment of ' || order_id from payments where status = 'PENDING'
                    union all
                    select 'refund ' || refund_id from refunds where state = 'PENDING'
                    """)
                .query(String.class)
                .list())
        .as("undecided")
        .isEmpty();
    assertThat(
            jdbc()
                .sql(
                    """
                    select order_id from payments
                    left join stored_events using (order_id)
                    group by order_id, status
                    having count(*) filter (where topic = 'payment-success')
                             <> case when status in ('COMPLETED', 'REFUNDED') then 1 else 0 end
                        or count(*) filter (where topic = 'payment-failed')
                             <> case when status = 'FAILED' then 1 else 0 end
                        or count(*) filter (where topic = 'refund-success')
                             <> case when status = 'REFUNDED' then 1 else 0 end
                    """)
                .query(Long.class)
                .list())
        .as("orders whose events do not tell what happened once")
        .isEmpty();
  }

  /** Whatever the tests did: the books agree with themselves and with the provider's journal. */
  @Override
  public void close() {
    try {
      expectCleanAudit();
    } finally {
      context.close();
      running.close();
    }
  }

  private void expectCleanAudit() {
    HikariDataSource pool = context.getBean(HikariDataSource.class);
    try (Audit audit = new Audit(sources(pool), Duration.ZERO)) {
      AuditReport report =
          audit.run(
              Set.of("payment-totals", "payment-ledger", "provider-charges", "provider-refunds"));
      assertThat(report.exitCode()).as(report.text()).isEqualTo(AuditReport.CLEAN);
    }
  }

  /** The other sources are not looked at. */
  private AuditSources sources(HikariDataSource pool) {
    return AuditSources.from(
        Map.of(
            "PAYMENT_DB_URL", pool.getJdbcUrl(),
            "DB_USERNAME", pool.getUsername(),
            "DB_PASSWORD", pool.getPassword(),
            "PROVIDER_URL", running.url()));
  }
}
