package dev.sagashop.platform.web.paging;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * A column by which a list can be read in order. Its values may repeat but are never null.
 *
 * @param name as clients write it
 * @param column SQL, of the statement it is used in
 */
public record SortKey(String name, String column, Type type) {

  public static SortKey time(String name, String column) {
    return new SortKey(name, column, Type.TIME);
  }

  /**
   * A column of a whole number type. Compared with a {@link #number} it would be cast to that, and
   * its index would not serve.
   */
  public static SortKey whole(String name, String column) {
    return new SortKey(name, column, Type.WHOLE);
  }

  /** A column of the type {@code numeric}. */
  public static SortKey number(String name, String column) {
    return new SortKey(name, column, Type.NUMBER);
  }

  public static SortKey text(String name, String column) {
    return new SortKey(name, column, Type.TEXT);
  }

  /** How a value travels through a cursor without losing a digit. */
  enum Type {
    TIME {
      @Override
      String read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
      }

      @Override
      Object parse(String text) {
        OffsetDateTime time = Instant.parse(text).atOffset(ZoneOffset.UTC);
        require(time.getYear() >= 0 && time.getYear() <= 9999, text);
        return time;
      }
    },
    WHOLE {
      @Override
      String read(ResultSet row, String column) throws SQLException {
        return Long.toString(row.getLong(column));
      }

      @Override
      Object parse(String text) {
        return Long.parseLong(text);
      }
    },
    NUMBER {
      @Override
      String read(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toPlainString();
      }

      @Override
      Object parse(String text) {
        require(NUMBERS.matcher(text).matches(), text);
        return new BigDecimal(text);
      }
    },
    TEXT {
      @Override
      String read(ResultSet row, String column) throws SQLException {
        return row.getString(column);
      }

      @Override
      Object parse(String text) {
        require(text.indexOf('\0') < 0, text);
        return text;
      }
    };

    private static final Pattern NUMBERS = Pattern.compile("-?\\d{1,19}(\\.\\d{1,6})?");

    abstract String read(ResultSet row, String column) throws SQLException;

    /**
     * @throws RuntimeException if the text was not made by {@link #read}: what the database would
     *     choke on must not reach it
     */
    abstract Object parse(String text);

    private static void require(boolean holds, String text) {
      if (!holds) {
        throw new IllegalArgumentException("'%s' is no value of such a column".formatted(text));
      }
    }
  }
}
