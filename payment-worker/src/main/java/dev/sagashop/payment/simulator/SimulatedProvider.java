package dev.sagashop.payment.simulator;

import dev.sagashop.activities.Money;
import dev.sagashop.payment.provider.ChargeResult;
import dev.sagashop.payment.provider.PaymentProvider;
import dev.sagashop.payment.provider.ProviderCharge;
import dev.sagashop.payment.provider.ProviderRefund;
import dev.sagashop.payment.provider.ProviderUnreachable;
import dev.sagashop.payment.provider.RefundResult;
import dev.sagashop.payment.provider.VoidResult;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provider that moves no money. It has no object that exists before its charge is decided, so
 * it remembers none.
 */
@Component
class SimulatedProvider implements PaymentProvider {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private record ChargeCall(
      String key, long orderId, @Nullable Long customerId, BigDecimal amount, String currency) {

    static ChargeCall of(ProviderCharge charge) {
      Money amount = charge.amount();
      return new ChargeCall(
          charge.key(),
          charge.orderId().value(),
          charge.customerId(),
          amount.amount(),
          amount.currency());
    }
  }

  private record RefundCall(
      String key, String chargeKey, long orderId, BigDecimal amount, String currency) {

    static RefundCall of(ProviderRefund refund) {
      Money amount = refund.amount();
      return new RefundCall(
          refund.key(),
          refund.charge().key(),
          refund.charge().orderId().value(),
          amount.amount(),
          amount.currency());
    }
  }

  /** What we need of the entry in the provider's journal. */
  private record Decision(Outcome outcome, String reference, @Nullable String reason) {

    enum Outcome {
      SUCCEEDED,
      DECLINED,
      REFUSED,
      VOIDED
    }

    boolean isComplete() {
      return switch (outcome) {
        case SUCCEEDED, VOIDED -> true;
        case DECLINED, REFUSED -> reason != null;
      };
    }
  }

  private final ProviderClient client;

  SimulatedProvider(ProviderClient client) {
    this.client = client;
  }

  @Override
  public ChargeResult charge(ProviderCharge charge, ObjectMemory memory) {
    Decision decision = ask("/v1/charges", charge.key(), ChargeCall.of(charge));
    return switch (decision.outcome()) {
      case SUCCEEDED -> new ChargeResult.Succeeded(decision.reference());
      case DECLINED -> new ChargeResult.Declined(Objects.requireNonNull(decision.reason()));
      case VOIDED -> new ChargeResult.Voided();
      case REFUSED -> throw impossible(charge.key(), decision);
    };
  }

  @Override
  public VoidResult voidCharge(ProviderCharge charge) {
    Decision decision = ask("/v1/voids", charge.key(), ChargeCall.of(charge));
    return switch (decision.outcome()) {
      case SUCCEEDED -> new VoidResult.AlreadyCharged(decision.reference());
      case DECLINED, VOIDED -> new VoidResult.Voided();
      case REFUSED -> throw impossible(charge.key(), decision);
    };
  }

  @Override
  public RefundResult refund(ProviderRefund refund) {
    Decision decision = ask("/v1/refunds", refund.key(), RefundCall.of(refund));
    return switch (decision.outcome()) {
      case SUCCEEDED -> new RefundResult.Succeeded(decision.reference());
      case REFUSED -> new RefundResult.Refused(Objects.requireNonNull(decision.reason()));
      case DECLINED, VOIDED -> throw impossible(refund.key(), decision);
    };
  }

  private Decision ask(String path, String key, Record call) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "provider is asked for %s inside a transaction: commit first, its answer may take long"
              .formatted(key));
    }
    ProviderClient.Answer answer = client.post(path, JSON.writeValueAsString(call));
    if (!answer.isOk()) {
      throw new IllegalStateException(
          "provider refuses to understand %s for %s, which is a fault of ours: %d %s"
              .formatted(path, key, answer.status(), answer.body()));
    }
    return decision(path, key, answer.body());
  }

  /** What cannot be read may say anything, so nothing is known. */
  private static Decision decision(String path, String key, String body) {
    try {
      Decision decision = JSON.readValue(body, Decision.class);
      if (decision != null && decision.outcome() != null && decision.isComplete()) {
        return decision;
      }
      throw new ProviderUnreachable(
          "provider's answer to %s for %s is incomplete, expected an outcome and its reason: %s"
              .formatted(path, key, body));
    } catch (JacksonException e) {
      throw new ProviderUnreachable(
          "provider's answer to %s for %s cannot be read: %s".formatted(path, key, body), e);
    }
  }

  private static IllegalStateException impossible(String key, Decision decision) {
    return new IllegalStateException(
        "%s is %s in the provider's journal, expected an outcome of its kind"
            .formatted(key, decision.outcome()));
  }
}
