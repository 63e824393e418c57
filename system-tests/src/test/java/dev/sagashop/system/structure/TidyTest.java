package dev.sagashop.system.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style guide, as far as a program can read it. Each rule carries its reason. */
class TidyTest {

  private static final Set<String> TEXT =
      Set.of(
          "java",
          "xml",
          "yaml",
          "yml",
          "md",
          "sql",
          "go",
          "sh",
          "json",
          "properties",
          "html",
          "ts",
          "tsx",
          "mjs",
          "js",
          "css",
          "svg");
  private static final int LONGEST_CLASS = 400;
  private static final long LARGEST_FILE = 1 << 20;

  @Test
  void textFilesAreCleanUtf8() {
    rule(
        "a stray tab, trailing blank or missing last line break makes noise in every diff",
        file -> isText(file) && !file.toString().endsWith(".go"),
        (text, line) -> line.endsWith(" ") || line.contains("\t") || line.endsWith("\r"));
    assertThat(offenders(TidyTest::isText, text -> !text.isEmpty() && !text.endsWith("\n")))
        .as("files that do not end with a line break")
        .isEmpty();
  }

  @Test
  void nothingIsLeftUnfinished() {
    Pattern unfinished = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b");
    rule(
        "unfinished work belongs into the tracker, where somebody looks for it",
        TidyTest::isText,
        (text, line) -> unfinished.matcher(line).find());
  }

  @Test
  void testsNeitherSleepNorSkip() {
    Pattern banned =
        Pattern.compile("Thread\\.slee" + "p|TimeUnit\\.\\w+\\.slee" + "p|@Disa" + "bled");
    rule(
        "a test that sleeps is slow or flaky: wait for the condition; a skipped test proves nothing",
        file -> file.toString().contains("src/test/") || file.startsWith("system-tests"),
        (text, line) -> banned.matcher(line).find());
  }

  @Test
  void exceptionsAreNotSwallowed() {
    Pattern swallowed = Pattern.compile("catch \\([^)]*\\) \\{\\s*\\}");
    assertThat(
            offenders(
                file -> extension(file).equals("java"), text -> swallowed.matcher(text).find()))
        .as("a fault must not hide")
        .isEmpty();
  }

  @Test
  void nothingPointsAtOneMachine() {
    Pattern machine = Pattern.compile("(^|[^\\w.])/(ro" + "ot|home/[a-z]+|wo" + "rk)/");
    rule(
        "a path of one machine breaks on the next",
        TidyTest::isText,
        (text, line) -> machine.matcher(line).find());
  }

  @Test
  void classesStaySmall() {
    assertThat(
            offenders(
                file -> extension(file).equals("java"),
                text -> text.lines().count() > LONGEST_CLASS))
        .as("a class of more than %d lines has more than one subject", LONGEST_CLASS)
        .isEmpty();
  }

  @Test
  void filesStaySmall() throws IOException, InterruptedException {
    List<Path> large = new ArrayList<>();
    for (Path file : WorkingCopy.files()) {
      if (Files.size(WorkingCopy.ROOT.resolve(file)) > LARGEST_FILE) {
        large.add(file);
      }
    }
    assertThat(large).as("build output and binaries do not belong into the repository").isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException, InterruptedException {
    List<Path> silent = new ArrayList<>();
    for (Path file : WorkingCopy.files()) {
      Path parent = file.getParent();
      if (extension(file).equals("java")
          && parent != null
          && file.toString().contains("src/main/java")
          && !Files.exists(WorkingCopy.ROOT.resolve(parent).resolve("package-info.java"))) {
        silent.add(parent);
      }
    }
    assertThat(silent).as("a package without its one sentence").isEmpty();
  }

  @Test
  void linksInTheDocumentationLeadSomewhere() throws IOException, InterruptedException {
    Pattern link = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    List<String> broken = new ArrayList<>();
    for (Path file : WorkingCopy.files()) {
      if (!extension(file).equals("md")) {
        continue;
      }
      Path absolute = WorkingCopy.ROOT.resolve(file);
      Matcher matcher = link.matcher(Files.readString(absolute));
      while (matcher.find()) {
        if (!Files.exists(absolute.resolveSibling(matcher.group(1)))) {
          broken.add(file + " -> " + matcher.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void decisionsAreFiveLines() throws IOException {
    try (Stream<Path> records = Files.list(WorkingCopy.ROOT.resolve("docs/adr"))) {
      List<Path> long_ =
          records
              .filter(file -> extension(file).equals("md"))
              .filter(file -> lines(file).filter(line -> !line.isBlank()).count() > 6)
              .toList();
      assertThat(long_).as("a decision record is its title and five lines").isEmpty();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  private interface LineCheck {
    boolean offends(String text, String line);
  }

  private interface FileCheck {
    boolean accepts(Path file);
  }

  private interface TextCheck {
    boolean offends(String text);
  }

  private static void rule(String reason, FileCheck files, LineCheck check) {
    List<String> found = new ArrayList<>();
    for (Path file : filesWhere(files)) {
      String text = read(file);
      int number = 0;
      for (String line : text.split("\n", -1)) {
        number++;
        if (check.offends(text, line)) {
          found.add(file + ":" + number + ": " + line.strip());
        }
      }
    }
    assertThat(found).as(reason).isEmpty();
  }

  private static List<Path> offenders(FileCheck files, TextCheck check) {
    return filesWhere(files).stream().filter(file -> check.offends(read(file))).toList();
  }

  private static List<Path> filesWhere(FileCheck check) {
    try {
      return WorkingCopy.files().stream().filter(check::accepts).toList();
    } catch (IOException e) {
      throw new IllegalStateException("cannot list the files of " + WorkingCopy.ROOT, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while listing the files", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(WorkingCopy.ROOT.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read, expected UTF-8 text", e);
    }
  }

  private static boolean isText(Path file) {
    return TEXT.contains(extension(file)) || file.toString().equals("shop");
  }

  private static String extension(Path file) {
    String name = file.toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
