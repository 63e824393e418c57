package dev.sagashop.contracts;

/** A record that other teams could not read; an error, so that no handler of a service hides it. */
public final class ContractViolation extends AssertionError {

  ContractViolation(String message) {
    super(message);
  }
}
