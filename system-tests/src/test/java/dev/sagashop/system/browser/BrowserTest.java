package dev.sagashop.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.RunningShop;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BrowserTest {

  /** The machine of CI has a browser, or the tests have not run. */
  private static final boolean IN_CI = "true".equals(System.getenv("CI"));

  @TestFactory
  Stream<DynamicTest> theAppsInABrowser() throws Exception {
    var browser = Playwright.browser();
    if (browser.isEmpty()) {
      assertThat(IN_CI).as("no Chromium was found: install it, or set CHROMIUM").isFalse();
      assumeTrue(false, "no Chromium was found: install it, or set CHROMIUM");
    }
    RunningShop shop = RunningShop.shared();
    List<Playwright.Result> results = Playwright.run(browser.orElseThrow(), shop);
    return Stream.of(
            Stream.of(dynamicTest("there are tests", () -> assertThat(results).isNotEmpty())),
            results.stream().map(BrowserTest::asTest),
            Stream.of(dynamicTest("the books balance", () -> new Books(shop).balance())))
        .flatMap(tests -> tests);
  }

  private static DynamicTest asTest(Playwright.Result result) {
    return dynamicTest(
        result.name(), () -> assertThat(result.status()).as(result.problem()).isEqualTo("passed"));
  }
}
