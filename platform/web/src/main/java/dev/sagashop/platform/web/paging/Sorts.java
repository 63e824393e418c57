package dev.sagashop.platform.web.paging;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The orders that a list can be read in, and how large its pages are. */
public final class Sorts {

  private static final int PAGE = 20;
  private static final int LARGEST_PAGE = 100;

  /** Lists of the earlier system have no envelope; who does not page gets this many. */
  private static final int PLAIN_LIST = 500;

  private final String idColumn;
  private final List<SortKey> keys;
  private final String byDefault;

  private Sorts(String idColumn, List<SortKey> keys, String byDefault) {
    this.idColumn = idColumn;
    this.keys = List.copyOf(keys);
    this.byDefault = byDefault;
  }

  /**
   * @param idColumn a unique whole number, which tells rows of equal keys apart
   * @param keys the first one, ascending, is the list's own order
   */
  public static Sorts of(String idColumn, SortKey... keys) {
    return new Sorts(idColumn, List.of(keys), keys[0].name());
  }

  /**
   * @param sort as clients write it: {@code -createdAt}
   */
  public Sorts byDefault(String sort) {
    return new Sorts(idColumn, keys, sort);
  }

  /**
   * A page with an envelope: 20 items unless the client says otherwise, 100 at most.
   *
   * @throws PageRefused if the sort or the cursor is unknown
   */
  public PageRequest page(PageQuery query) {
    return page(query, PAGE, LARGEST_PAGE);
  }

  /**
   * A page of a list without envelope: 500 items.
   *
   * @throws PageRefused if the sort or the cursor is unknown
   */
  public PageRequest plain(PageQuery query) {
    return page(query, PLAIN_LIST, PLAIN_LIST);
  }

  private PageRequest page(PageQuery query, int usual, int most) {
    String sort = query.sort() == null || query.sort().isBlank() ? byDefault : query.sort();
    boolean descending = sort.startsWith("-");
    String name = descending ? sort.substring(1) : sort;
    SortKey key =
        keys.stream()
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow(() -> PageRefused.unknownSort(sort, names()));
    int size = Math.min(query.size() == null ? usual : query.size(), most);
    return new PageRequest(key, idColumn, descending, size, cursor(query.cursor(), sort, key));
  }

  private static @Nullable Cursor cursor(@Nullable String text, String sort, SortKey key) {
    return text == null || text.isBlank() ? null : Cursor.decode(text, sort, key.type());
  }

  private String names() {
    return keys.stream()
        .map(SortKey::name)
        .flatMap(name -> List.of(name, "-" + name).stream())
        .collect(Collectors.joining(", "));
  }
}
