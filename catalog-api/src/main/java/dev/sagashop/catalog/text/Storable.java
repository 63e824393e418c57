package dev.sagashop.catalog.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that PostgreSQL can keep as it is: without the character 0 and without halves of surrogate
 * pairs, which no UTF-8 can express. Everything else is only text, HTML too.
 */
@Pattern(regexp = "[^\\x00\\uD800-\\uDFFF]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.TYPE_USE,
  ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Storable {

  String message() default "must not contain the character U+0000 or half a surrogate pair";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
