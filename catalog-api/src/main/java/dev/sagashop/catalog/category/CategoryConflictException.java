package dev.sagashop.catalog.category;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The tree, as it is, does not allow this change. */
class CategoryConflictException extends ProblemException {

  private CategoryConflictException(String code, String message) {
    super(HttpStatus.CONFLICT, code, message);
  }

  static CategoryConflictException nameTaken(CategoryRequest request) {
    return new CategoryConflictException(
        "CATEGORY_EXISTS",
        request.parentId() == null
            ? "Category already exists: '%s' at the top level".formatted(request.name())
            : "Category already exists: '%s' under category %d"
                .formatted(request.name(), request.parentId()));
  }

  static CategoryConflictException inUse(long id) {
    return new CategoryConflictException(
        "CATEGORY_IN_USE",
        "Category %d has sub-categories or products; remove or move them first".formatted(id));
  }

  static CategoryConflictException cycle(long id, long parentId) {
    return new CategoryConflictException(
        "CATEGORY_CYCLE",
        "Category %d cannot move below %d, which is itself or stands below it"
            .formatted(id, parentId));
  }

  static CategoryConflictException tooDeep(int levels, int most) {
    return new CategoryConflictException(
        "CATEGORY_TOO_DEEP",
        "The tree would have %d levels, expected %d at most".formatted(levels, most));
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
