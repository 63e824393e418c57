package dev.sagashop.platform.outbox.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes of a record in a form that people read and JSON carries. */
public record Content(Encoding encoding, String data) {

  /** How {@link #data} stands for the bytes. */
  public enum Encoding {
    TEXT,
    BASE64
  }

  static @Nullable Content of(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.chars().noneMatch(Content::isUnreadable)) {
        return new Content(Encoding.TEXT, text);
      }
    } catch (CharacterCodingException notText) {
      return base64(bytes);
    }
    return base64(bytes);
  }

  private static Content base64(byte[] bytes) {
    return new Content(Encoding.BASE64, Base64.getEncoder().encodeToString(bytes));
  }

  private static boolean isUnreadable(int character) {
    return Character.isISOControl(character)
        && character != '\t'
        && character != '\n'
        && character != '\r';
  }
}
