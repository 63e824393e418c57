package dev.sagashop.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** For values that are random, or that only must not be readable; never for passwords. */
public final class Sha256 {

  private Sha256() {}

  public static String hex(String value) {
    return HexFormat.of().formatHex(of(value.getBytes(StandardCharsets.UTF_8)));
  }

  public static byte[] of(byte[] value) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256; this one lacks it.", e);
    }
  }
}
