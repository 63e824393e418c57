package com.example.reporting.event;

import java.math.BigDecimal;
import java.util.List;

public record OrderPlaced(long orderId, long userId, BigDecimal totalAmount, List<Line> items) {

  public record Line(long productId, int quantity) {}
}
