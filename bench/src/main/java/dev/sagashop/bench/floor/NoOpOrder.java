package dev.sagashop.bench.floor;

/** About as many bytes as a step of the checkout carries. */
public record NoOpOrder(String sagaId, String lines, String total) {

  static NoOpOrder of(String sagaId) {
    return new NoOpOrder(
        sagaId, "SKU-004 x 1, SKU-005 x 2, with room for a title of a usual length", "59.97 USD");
  }
}
