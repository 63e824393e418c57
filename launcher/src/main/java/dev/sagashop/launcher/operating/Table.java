package dev.sagashop.launcher.operating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Rows under headings, each column as wide as it must be and no wider than one can read. */
final class Table {

  private static final int WIDEST = 60;

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... headings) {
    rows.add(List.of(headings));
  }

  void add(Object... cells) {
    rows.add(Arrays.stream(cells).map(Table::cell).toList());
  }

  boolean isEmpty() {
    return rows.size() == 1;
  }

  String text() {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString().stripTrailing();
  }

  private static String cell(Object value) {
    String text =
        value instanceof JsonNode node ? node.isNull() ? "" : node.asString("") : value.toString();
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 3) + "...";
  }

  /** To the second, as people compare times. */
  static String time(JsonNode instant) {
    String text = instant.asString("");
    return text.length() < 19 ? text : text.substring(0, 19).replace('T', ' ');
  }
}
