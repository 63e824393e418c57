package dev.sagashop.platform.web.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The refusals of a controller method, beyond those that follow from its signature and its access
 * (400, 401, 403, 404 for a path with variables, 406, 413, 415, 503).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

  /** HTTP statuses: 409, 422. */
  int[] value();
}
