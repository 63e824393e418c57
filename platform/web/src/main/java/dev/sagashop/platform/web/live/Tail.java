package dev.sagashop.platform.web.live;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows a table whose rows get growing positions, although a row of a lower position may be
 * committed after one of a higher position. So every look begins a window below the highest
 * position, and remembers which rows of the window it knows. What takes longer to commit than the
 * window is wide is not found.
 *
 * <p>For one thread at a time.
 */
public final class Tail {

  /** So many subjects are named at most. */
  static final int MOST_NAMED = 100;

  /** A look that finds so many rows does not go through them; it finds the end anew. */
  static final int MOST_READ = 5000;

  private final Rows rows;
  private final long window;
  private final Set<Row> known = new HashSet<>();
  private long highest;

  /**
   * @param window how far below the highest position rows may still appear
   */
  public Tail(Rows rows, long window) {
    this.rows = rows;
    this.window = window;
  }

  /**
   * @param position by which the table is read: an id, or a time in microseconds
   * @param subject what the row is about
   */
  public record Row(long position, long subject) {}

  /** Reads the table, by an index on the position. */
  public interface Rows {

    /** The highest position, 0 of an empty table. */
    long end();

    /** The rows beyond a position by their position, so many at most. */
    List<Row> after(long position, int most);
  }

  /**
   * @param subjects each of them once
   * @param more whether there are more than are named
   */
  public record News(List<Long> subjects, boolean more) {

    public News {
      subjects = List.copyOf(subjects);
    }

    boolean isEmpty() {
      return subjects.isEmpty() && !more;
    }
  }

  /** Whatever is there now is no news. */
  public void begin() {
    known.clear();
    highest = rows.end();
    known.addAll(window());
  }

  /** What appeared since the last look. */
  public News look() {
    List<Row> found = window();
    Set<Long> subjects = new LinkedHashSet<>();
    for (Row row : found) {
      if (known.add(row)) {
        highest = Math.max(highest, row.position());
        subjects.add(row.subject());
      }
    }
    boolean hasOverrun = found.size() >= MOST_READ;
    if (hasOverrun) {
      begin();
    } else {
      known.removeIf(row -> row.position() <= highest - window);
    }
    return new News(
        subjects.stream().limit(MOST_NAMED).toList(), hasOverrun || subjects.size() > MOST_NAMED);
  }

  private List<Row> window() {
    return rows.after(highest - window, MOST_READ);
  }
}
