package dev.sagashop.platform.web.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page ended.
 *
 * @param key of the last row, as the database takes it
 */
record Cursor(Object key, long id) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  static String encode(String sort, String key, long id) {
    byte[] parts = JSON.writeValueAsBytes(List.of(sort, key, Long.toString(id)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(parts);
  }

  /**
   * @throws PageRefused if the text is not a cursor of this order
   */
  static Cursor decode(String text, String sort, SortKey.Type type) {
    List<String> parts;
    Cursor cursor;
    try {
      parts = JSON.readValue(Base64.getUrlDecoder().decode(bytes(text)), TEXTS);
      cursor = new Cursor(type.parse(parts.get(1)), Long.parseLong(parts.get(2)));
    } catch (RuntimeException e) {
      // Whatever a parser says about text that we did not write, it is the client's.
      throw PageRefused.unreadableCursor(text, e);
    }
    if (!parts.getFirst().equals(sort)) {
      throw PageRefused.cursorOfAnotherSort(parts.getFirst(), sort);
    }
    return cursor;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
