package dev.sagashop.catalog.category;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** No category has this id. */
class CategoryNotFoundException extends ProblemException {

  CategoryNotFoundException(long id) {
    super(HttpStatus.NOT_FOUND, "CATEGORY_NOT_FOUND", "Category not found with id: " + id);
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
