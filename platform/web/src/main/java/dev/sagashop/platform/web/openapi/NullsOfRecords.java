package dev.sagashop.platform.web.openapi;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Components of records are required unless they are {@code @Nullable}, which the code says anyway:
 * clients that are generated from the description then know what may be missing.
 */
final class NullsOfRecords implements ModelConverter {

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> resolved = chain.next().resolve(type, context, chain);
    Class<?> raw =
        type.getType() == null
            ? null
            : TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
    if (resolved != null && raw != null && raw.isRecord()) {
      complete(definition(resolved, context), raw);
    }
    return resolved;
  }

  private static @Nullable Schema<?> definition(Schema<?> resolved, ModelConverterContext context) {
    return resolved.get$ref() == null
        ? resolved
        : context
            .getDefinedModels()
            .get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
  }

  private static void complete(@Nullable Schema<?> schema, Class<?> record) {
    if (schema == null || schema.getProperties() == null) {
      return;
    }
    for (RecordComponent component : record.getRecordComponents()) {
      Schema<?> property = schema.getProperties().get(component.getName());
      if (property == null) {
        continue;
      }
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        if (schema.getRequired() == null || !schema.getRequired().contains(component.getName())) {
          schema.addRequiredItem(component.getName());
        }
      } else {
        schema.addProperty(component.getName(), orNull(property));
      }
    }
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() != null) {
      Schema<?> none = new JsonSchema();
      none.addType("null");
      return new JsonSchema().anyOf(List.of(property, none));
    }
    if (property.getTypes() != null) {
      property.addType("null");
    }
    return property;
  }
}
