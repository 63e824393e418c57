package dev.sagashop.inventory.release;

import java.util.List;

/**
 * A page of a list whose pages have numbers.
 *
 * @param page from 0
 */
record NumberedPage<T>(
    List<T> items, int page, int size, long totalElements, int totalPages, boolean hasNext) {

  NumberedPage(List<T> items, int page, int size, long totalElements) {
    this(items, page, size, totalElements, Math.ceilDiv(totalElements, (long) size));
  }

  private NumberedPage(List<T> items, int page, int size, long totalElements, long totalPages) {
    this(
        List.copyOf(items),
        page,
        size,
        totalElements,
        Math.toIntExact(totalPages),
        page + 1L < totalPages);
  }
}
