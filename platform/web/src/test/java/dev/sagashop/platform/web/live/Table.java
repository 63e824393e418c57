package dev.sagashop.platform.web.live;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Rows that a test commits in the order it likes, and that count how often they are read. */
final class Table implements Tail.Rows {

  private final List<Tail.Row> rows = new CopyOnWriteArrayList<>();
  private final AtomicInteger reads = new AtomicInteger();

  void commit(long position, long subject) {
    rows.add(new Tail.Row(position, subject));
  }

  int reads() {
    return reads.get();
  }

  @Override
  public long end() {
    return rows.stream().mapToLong(Tail.Row::position).max().orElse(0);
  }

  @Override
  public List<Tail.Row> after(long position, int most) {
    reads.incrementAndGet();
    return rows.stream()
        .filter(row -> row.position() > position)
        .sorted(Comparator.comparingLong(Tail.Row::position))
        .limit(most)
        .toList();
  }
}
