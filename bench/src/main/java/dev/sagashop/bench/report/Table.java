package dev.sagashop.bench.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A report as columns of text. */
final class Table {

  private Table() {}

  static String of(Report report) {
    Set<Metric> columns = EnumSet.noneOf(Metric.class);
    report.rows().forEach(row -> columns.addAll(row.values().keySet()));
    List<List<String>> lines = new ArrayList<>();
    lines.add(header(columns));
    report.rows().forEach(row -> lines.add(line(row, columns)));
    return title(report) + "\n" + aligned(lines);
  }

  private static String title(Report report) {
    return String.format(
        Locale.ROOT,
        "%s: %d cores, load %.1f when it began",
        report.program(),
        report.machine().cores(),
        report.machine().load());
  }

  private static List<String> header(Set<Metric> columns) {
    List<String> header = new ArrayList<>(List.of("", ""));
    columns.forEach(metric -> header.add(metric.header()));
    header.add("to the floor");
    header.add("bar");
    return header;
  }

  private static List<String> line(Row row, Set<Metric> columns) {
    List<String> line = new ArrayList<>(List.of(row.what(), row.how()));
    for (Metric metric : columns) {
      Double value = row.values().get(metric);
      line.add(value == null ? "" : metric.format(value));
    }
    line.add(row.ratio() == null ? "" : row.ratio().text());
    line.add(
        row.bars().stream()
            .map(bar -> bar.text() + (row.meets(bar) ? " met" : " MISSED"))
            .collect(Collectors.joining(", ")));
    return line;
  }

  /** Words to the left, numbers to the right. */
  private static String aligned(List<List<String>> lines) {
    int columns = lines.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder padded = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        boolean words = i < 2 || i >= columns - 2;
        String blanks = " ".repeat(widths[i] - line.get(i).length());
        padded.append("  ").append(words ? line.get(i) + blanks : blanks + line.get(i));
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
