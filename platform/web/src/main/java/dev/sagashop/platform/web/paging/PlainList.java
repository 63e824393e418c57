package dev.sagashop.platform.web.paging;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Lists of the earlier system: an array, with the way to the next page in a header. */
public final class PlainList {

  private PlainList() {}

  /** The answer to the current request; the link is relative, so that it holds behind a gateway. */
  public static <T> ResponseEntity<List<T>> of(Page<T> page) {
    var answer = ResponseEntity.ok();
    if (page.nextCursor() != null) {
      String query =
          ServletUriComponentsBuilder.fromCurrentRequest()
              .replaceQueryParam("cursor", page.nextCursor())
              .build()
              .getQuery();
      answer.header(HttpHeaders.LINK, "<?%s>; rel=\"next\"".formatted(query));
    }
    return answer.body(page.items());
  }
}
