package dev.sagashop.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What one program of the benchmark found. */
public record Report(String program, Instant at, Machine machine, List<Row> rows) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  public Report {
    rows = List.copyOf(rows);
  }

  public String table() {
    return Table.of(this);
  }

  public String json() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("program", program);
    report.put("at", at.toString());
    report.put("machine", machine);
    report.put("rows", rows.stream().map(Report::toJson).toList());
    return JSON.writeValueAsString(report) + "\n";
  }

  /** Writes the JSON into the folder and gives its file. */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("%s-%s.json".formatted(program, FILE_TIME.format(at)));
    Files.writeString(file, json());
    return file;
  }

  private static Map<String, Object> toJson(Row row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", row.what());
    json.put("how", row.how());
    row.values().forEach((metric, value) -> json.put(metric.json(), value));
    if (row.ratio() != null) {
      json.put("ratio", row.ratio());
    }
    List<Map<String, Object>> bars = new ArrayList<>();
    for (Bar bar : row.bars()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("metric", bar.metric().json());
      one.put("kind", bar.kind());
      one.put("limit", bar.limit());
      one.put("met", row.meets(bar));
      bars.add(one);
    }
    json.put("bars", bars);
    return json;
  }
}
