package dev.sagashop.platform.web;

import dev.sagashop.platform.web.paging.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that shows every kind of answer. */
@SpringBootApplication
class ShopApplication {

  @Bean
  RouteRules rules() {
    return RouteRules.of(
        RouteRules.everybody(HttpMethod.GET, "/books/**"),
        RouteRules.role("/books/**", "ROLE_ADMIN"),
        RouteRules.role(HttpMethod.GET, "/reports", "ROLE_ADMIN", "ROLE_SUPPORT"));
  }

  enum Shelf {
    FICTION,
    SCIENCE
  }

  record Isbn(String value) {
    Isbn {
      if (value.length() != 13) {
        throw new IllegalArgumentException(
            "isbn has %d digits, expected 13".formatted(value.length()));
      }
    }
  }

  record Line(@NotNull @Positive Integer quantity, @Nullable BigDecimal price) {}

  record Basket(
      @NotBlank String name,
      @NotEmpty @Valid List<Line> lines,
      @Nullable Shelf shelf,
      @Nullable Isbn isbn) {}

  static final class BookNotFound extends ProblemException {
    BookNotFound(long id) {
      super(HttpStatus.NOT_FOUND, "BOOK_NOT_FOUND", "Book not found with id: " + id);
    }
  }

  static final class TitleTaken extends ProblemException {
    TitleTaken() {
      super(HttpStatus.CONFLICT, "TITLE_TAKEN", "Title already in use");
    }

    @Override
    public String error() {
      return status().getReasonPhrase();
    }

    @Override
    public List<FieldProblem> errors() {
      return List.of(new FieldProblem("title", "already in use"));
    }
  }

  @RestController
  @RequestMapping
  static class Books {

    @GetMapping("/books/{id}")
    Map<String, Object> book(@PathVariable long id) {
      throw id == 1 ? new TitleTaken() : new BookNotFound(id);
    }

    @GetMapping("/books")
    Map<String, Object> books(@Nullable CurrentUser user) {
      return Map.of("caller", user == null ? "nobody" : user.subject());
    }

    @PostMapping("/books")
    Map<String, Object> add() {
      return Map.of();
    }

    @GetMapping("/me")
    CurrentUser me(CurrentUser user) {
      return user;
    }

    @GetMapping("/token")
    Map<String, Object> token(@AuthenticationPrincipal Jwt token) {
      return Map.of("subject", token.getClaimAsString("sub"));
    }

    @GetMapping("/reports")
    Map<String, Object> reports() {
      return Map.of("ok", true);
    }

    @PostMapping(path = "/baskets", consumes = MediaType.APPLICATION_JSON_VALUE)
    Basket basket(@Valid @RequestBody Basket basket) {
      return basket;
    }

    @PostMapping("/batch")
    List<@NotNull @Positive Long> batch(@RequestBody List<@NotNull @Positive Long> ids) {
      return ids;
    }

    @PostMapping("/lines")
    List<Line> lines(@RequestBody List<@Valid Line> lines) {
      return lines;
    }

    @GetMapping("/search")
    Map<String, Object> search(
        @RequestParam(name = "page_size") @Min(1) @Max(100) int pageSize,
        @RequestHeader("Idempotency-Key") @NotBlank String key) {
      return Map.of("pageSize", pageSize, "key", key);
    }

    @GetMapping("/pages")
    PageQuery pages(@Valid PageQuery page) {
      return page;
    }

    @GetMapping(path = "/plain", produces = MediaType.TEXT_PLAIN_VALUE)
    String plain() {
      return "plain";
    }

    @GetMapping("/broken")
    String broken() {
      throw new IllegalStateException("a secret that must not leave the house");
    }

    @GetMapping("/denied")
    String denied() {
      throw new AccessDeniedException("no");
    }
  }
}
