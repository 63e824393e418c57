package dev.sagashop.launcher.shop;

import dev.sagashop.launcher.parts.Part;
import java.util.List;

/** A part, and what must be healthy before it starts. */
public record PlannedPart(Part part, List<Part> needs) {
  public PlannedPart {
    needs = List.copyOf(needs);
  }
}
