package dev.sagashop.order.roles;

import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

final class HasRole implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Map<String, Object> attributes =
        Objects.requireNonNull(metadata.getAnnotationAttributes(OnlyInRole.class.getName()));
    return Roles.of(context.getEnvironment()).contains((Role) attributes.get("value"));
  }
}
