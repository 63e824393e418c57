package dev.sagashop.catalog.product;

import dev.sagashop.platform.web.paging.Where;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words that somebody types into a search box. While they type, the last word is incomplete, so
 * words that begin with it count too.
 *
 * @param whole as typed
 * @param before what comes before the last word
 * @param last null if the text does not end with a plain word
 */
record SearchText(String whole, String before, @Nullable String last) {

  private static final Pattern LAST_WORD = Pattern.compile("(?s)(.*\\s|)([\\p{L}\\p{N}]+)");

  static SearchText of(String typed) {
    Matcher words = LAST_WORD.matcher(typed);
    return words.matches()
        ? new SearchText(typed, words.group(1), words.group(2))
        : new SearchText(typed, "", null);
  }

  /** SQL for the query; its values are those that {@link #addTo} gives. */
  String query() {
    String words = "websearch_to_tsquery('simple', :words)";
    return last == null
        ? words
        : "(%s || (websearch_to_tsquery('simple', :wordsBefore) && to_tsquery('simple', :lastWord)))"
            .formatted(words);
  }

  void addTo(Where where) {
    where.and("p.search @@ " + query(), "words", whole);
    if (last != null) {
      where.param("wordsBefore", before).param("lastWord", last + ":*");
    }
  }
}
