package dev.sagashop.payment;

import dev.sagashop.payment.provider.ChargeResult;
import dev.sagashop.payment.provider.PaymentProvider;
import dev.sagashop.payment.provider.ProviderCharge;
import dev.sagashop.payment.provider.ProviderRefund;
import dev.sagashop.payment.provider.RefundResult;
import dev.sagashop.payment.provider.VoidResult;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A provider around which something happens: a crash of ours, or somebody else's call. */
final class InterruptedProvider implements PaymentProvider {

  /** What a crash looks like from inside: the method ends, and nothing after it runs. */
  static final class Crash extends RuntimeException {}

  private final PaymentProvider provider;
  private final AtomicReference<Runnable> before =
      new AtomicReference<>(InterruptedProvider::nothing);
  private final AtomicReference<Runnable> after =
      new AtomicReference<>(InterruptedProvider::nothing);
  private final AtomicInteger calls = new AtomicInteger();

  InterruptedProvider(PaymentProvider provider) {
    this.provider = provider;
  }

  /** Runs once, between our first commit and the provider. */
  void beforeNextCall(Runnable action) {
    before.set(action);
  }

  /** Runs once, between the provider and our last commit. */
  void afterNextCall(Runnable action) {
    after.set(action);
  }

  void crashBeforeNextCall() {
    beforeNextCall(
        () -> {
          throw new Crash();
        });
  }

  void crashAfterNextCall() {
    afterNextCall(
        () -> {
          throw new Crash();
        });
  }

  private static void nothing() {}

  /** How often the provider was asked for anything. */
  int calls() {
    return calls.get();
  }

  @Override
  public ChargeResult charge(ProviderCharge charge, ObjectMemory memory) {
    return interrupted(() -> provider.charge(charge, memory));
  }

  @Override
  public VoidResult voidCharge(ProviderCharge charge) {
    return interrupted(() -> provider.voidCharge(charge));
  }

  @Override
  public RefundResult refund(ProviderRefund refund) {
    return interrupted(() -> provider.refund(refund));
  }

  private <T> T interrupted(Supplier<T> call) {
    before.getAndSet(InterruptedProvider::nothing).run();
    // Taken before the call: what happens inside "before" must not use it up.
    Runnable afterwards = after.getAndSet(InterruptedProvider::nothing);
    calls.incrementAndGet();
    T result = call.get();
    afterwards.run();
    return result;
  }
}
