package dev.sagashop.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class ProblemTest extends WebTest {

  @Test
  void aQueryThatCannotBeReadIsTheClients() {
    assertProblem(http().get("/search?=1&page_size=5", customer()), 400, "BAD_REQUEST", "/search");
  }

  @Test
  void aDomainCodeStandsInErrorAndCode() {
    var answer = http().get("/books/99?verbose=true");
    assertProblem(answer, 404, "BOOK_NOT_FOUND", "/books/99");
    assertThat(answer.text("error")).isEqualTo("BOOK_NOT_FOUND");
    assertThat(answer.text("message")).isEqualTo("Book not found with id: 99");
    assertThat(answer.text("type")).isEqualTo("about:blank");
    assertThat(answer.text("title")).isEqualTo("Not Found");
  }

  @Test
  void aFeatureCanKeepTheReasonPhraseInError() {
    var answer = http().get("/books/1");
    assertProblem(answer, 409, "TITLE_TAKEN", "/books/1");
    assertThat(answer.text("error")).isEqualTo("Conflict");
    assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("title");
  }

  @Test
  void everyInvalidFieldOfABodyIsNamedInAStableOrder() {
    var answer =
        http().post("/baskets", "{\"name\":\" \",\"lines\":[{\"quantity\":0}]}", customer());
    assertProblem(answer, 400, "VALIDATION_ERROR", "/baskets");
    assertThat(answer.text("error")).isEqualTo("VALIDATION_ERROR");
    assertThat(answer.text("message"))
        .isEqualTo("lines[0].quantity: must be greater than 0, name: must not be blank");
    assertThat(answer.body().path("errors").size()).isEqualTo(2);
    assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("lines[0].quantity");
    assertThat(answer.body().at("/errors/0/message").asString())
        .isEqualTo("must be greater than 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'quantity':1.5} | lines[0].quantity",
        "{'quantity':1.0} | lines[0].quantity",
        "{'quantity':2147483648} | lines[0].quantity",
        "{'quantity':99999999999999999999} | lines[0].quantity",
        "{'quantity':'many'} | lines[0].quantity",
        "{'quantity':{}} | lines[0].quantity",
        "{'quantity':-1} | lines[0].quantity",
        "{'quantity':null} | lines[0].quantity",
        "{'quantity':1,'price':'dear'} | lines[0].price",
        "7 | lines[0]"
      })
  void aWrongValueIsRefusedAndItsFieldNamed(String line, String field) {
    String body = "{\"name\":\"a\",\"lines\":[%s]}".formatted(line.replace('\'', '"'));
    var answer = http().post("/baskets", body, customer());
    assertProblem(answer, 400, "VALIDATION_ERROR", "/baskets");
    assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(answer.text("message")).startsWith(field + ": must ").doesNotContain("java.");
  }

  @Test
  void aWrongEnumValueIsToldTheRightOnes() {
    var answer = http().post("/baskets", "{\"name\":\"a\",\"shelf\":\"POETRY\"}", customer());
    assertProblem(answer, 400, "VALIDATION_ERROR", "/baskets");
    assertThat(answer.text("message")).isEqualTo("shelf: must be one of FICTION, SCIENCE");
  }

  @Test
  void theRefusalOfAValueTypeIsPassedOn() {
    var answer =
        http().post("/baskets", "{\"name\":\"a\",\"isbn\":{\"value\":\"12\"}}", customer());
    assertProblem(answer, 400, "VALIDATION_ERROR", "/baskets");
    assertThat(answer.text("message")).isEqualTo("isbn: isbn has 2 digits, expected 13");
  }

  @Test
  void unknownFieldsAreIgnored() {
    var answer =
        http()
            .post("/baskets", "{\"name\":\"a\",\"lines\":[{\"quantity\":1}],\"x\":1}", customer());
    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"name\":", "{name}", "not json"})
  void malformedJsonIsRefused(String body) {
    var answer = http().post("/baskets", body, customer());
    assertProblem(answer, 400, "MALFORMED_JSON", "/baskets");
    assertThat(answer.text("error")).isEqualTo("Bad Request");
    assertThat(answer.text("message")).startsWith("The request body is not JSON: line 1, column ");
  }

  @Test
  void aMissingBodyIsRefused() {
    assertProblem(http().post("/baskets", "", customer()), 400, "BAD_REQUEST", "/baskets");
  }

  @Test
  void aBodyOfManyMegabytesIsRefused() {
    String body = "{\"name\":\"" + "a".repeat(3_000_000) + "\"}";
    assertProblem(http().post("/baskets", body, customer()), 413, "CONTENT_TOO_LARGE", "/baskets");
  }

  @Test
  void elementsOfAListAreValidated() {
    var answer = http().post("/batch", "[1,-2,null]", customer());
    assertProblem(answer, 400, "VALIDATION_ERROR", "/batch");
    assertThat(answer.text("message"))
        .isEqualTo("ids[1]: must be greater than 0, ids[2]: must not be null");

    var nested = http().post("/lines", "[{\"quantity\":1},{\"quantity\":0}]", customer());
    assertProblem(nested, 400, "VALIDATION_ERROR", "/lines");
    assertThat(nested.text("message")).isEqualTo("lines[1].quantity: must be greater than 0");
  }

  @Test
  void parametersAndHeadersAreCheckedUnderTheNamesThatClientsUse() {
    var missing = http().get("/search?page_size=5", customer());
    assertProblem(missing, 400, "VALIDATION_ERROR", "/search");
    assertThat(missing.text("message")).startsWith("Idempotency-Key: is missing");

    var token = "Bearer " + TOKENS.customer(7);
    var range =
        http().get("/search?page_size=500", "Authorization", token, "Idempotency-Key", " k ");
    assertProblem(range, 400, "VALIDATION_ERROR", "/search");
    assertThat(range.text("message")).isEqualTo("page_size: must be less than or equal to 100");

    var noNumber =
        http().get("/search?page_size=x", "Authorization", token, "Idempotency-Key", "k");
    assertProblem(noNumber, 400, "VALIDATION_ERROR", "/search");
    assertThat(noNumber.text("message")).startsWith("page_size: must be a whole number");

    assertProblem(
        http().get("/search", "Authorization", token, "Idempotency-Key", "k"),
        400,
        "VALIDATION_ERROR",
        "/search");
  }

  @Test
  void anIdThatIsNoNumberIsRefused() {
    var answer = http().get("/books/abc");
    assertProblem(answer, 400, "VALIDATION_ERROR", "/books/abc");
    assertThat(answer.text("message")).startsWith("id: must be a whole number").endsWith("'abc'");
  }

  @Test
  void whatTheRoutesDoNotOfferIsRefused() {
    assertProblem(http().get("/nowhere", customer()), 404, "NOT_FOUND", "/nowhere");
    var method = http().send(http().request("/me").headers(customer()).DELETE());
    assertProblem(method, 405, "METHOD_NOT_ALLOWED", "/me");
    assertThat(method.header("Allow")).isEqualTo("GET");
    assertProblem(
        http()
            .get("/plain", "Authorization", "Bearer " + TOKENS.customer(7), "Accept", "image/png"),
        406,
        "NOT_ACCEPTABLE",
        "/plain");
    var type =
        http()
            .send(
                http()
                    .request("/baskets")
                    .headers(customer())
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString("a;b")));
    assertProblem(type, 415, "UNSUPPORTED_MEDIA_TYPE", "/baskets");
  }

  @Test
  void whatTheFirewallRefusesHasTheBodyToo() {
    assertProblem(http().get("/books/a;b=c/d", customer()), 400, "BAD_REQUEST", "/books/a;b=c/d");
    assertProblem(http().get("/error"), 404, "NOT_FOUND", "/error");
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void anUnexpectedErrorIsLoggedAndKeptFromTheClient(CapturedOutput output) {
    var answer = http().get("/broken", customer());
    assertProblem(answer, 500, "INTERNAL_SERVER_ERROR", "/broken");
    assertThat(answer.text("error")).isEqualTo("Internal Server Error");
    assertThat(answer.text("message")).isEqualTo("An unexpected error occurred");
    assertThat(answer.response().body()).doesNotContain("secret");
    assertThat(output)
        .contains("Unexpected error on GET /broken")
        .contains("IllegalStateException: a secret")
        .contains("[book-service," + answer.text("traceId") + ",");
  }
}
