package dev.sagashop.order;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over HTTP. */
public record Answer(int status, HttpHeaders headers, String text) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public JsonNode json() {
    return JSON.readTree(text);
  }

  public String code() {
    return json().path("code").asString();
  }

  public String message() {
    return json().path("message").asString();
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
