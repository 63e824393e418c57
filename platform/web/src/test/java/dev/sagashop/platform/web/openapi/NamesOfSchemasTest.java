package dev.sagashop.platform.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesOfSchemasTest {

  static final class Orders {
    record Listing(List<Row> rows) {}

    record Row(long id) {}
  }

  static final class Users {
    record Listing(List<String> names) {}
  }

  private final ModelConverters converters = new ModelConverters(true);

  NamesOfSchemasTest() {
    converters.addConverter(new NamesOfSchemas());
  }

  @Test
  void describesATypeAsOftenAsItIsUsed() {
    describe(Orders.Listing.class);
    assertThat(describe(Orders.Row.class)).isEqualTo(describe(Orders.Row.class));
  }

  @Test
  void refusesTwoTypesOfOneName() {
    describe(Orders.Listing.class);

    assertThatThrownBy(() -> describe(Users.Listing.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("Orders$Listing", "Users$Listing", "the schema Listing");
  }

  private Object describe(Class<?> type) {
    return converters.readAll(new AnnotatedType(type).resolveAsRef(true));
  }
}
