package dev.sagashop.platform.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to describe two types under one name. Schemas are named as their classes without packages
 * and outer classes, and the second one of a name would silently be described as the first one.
 */
final class NamesOfSchemas implements ModelConverter {

  private final Map<String, JavaType> types = new ConcurrentHashMap<>();

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> resolved = chain.next().resolve(type, context, chain);
    if (resolved != null && resolved.get$ref() != null && type.getType() != null) {
      String name = resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1);
      JavaType now = TypeFactory.defaultInstance().constructType(type.getType());
      JavaType before = types.putIfAbsent(name, now);
      if (before != null && !before.equals(now)) {
        throw new IllegalStateException(
            "%s and %s would both be the schema %s; rename one of them"
                .formatted(before.toCanonical(), now.toCanonical(), name));
      }
    }
    return resolved;
  }
}
