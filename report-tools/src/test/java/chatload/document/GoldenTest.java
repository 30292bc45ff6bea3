package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.output.ReportWriter;
import chatload.words.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder under {@code golden} holds a report directory before ({@code input}) and what the
 * report adds to it ({@code expected}, and for some {@code expected-zh} in Chinese). {@code
 * -Dgolden.update=true} rewrites the latter.
 */
class GoldenTest {

  private static final Path GOLDEN =
      Path.of("report-tools/src/test/resources/chatload/document/golden");

  private static final List<String> CASES =
      List.of(
          "all-failed",
          "all-pass",
          "damaged-records",
          "duplicate-id",
          "hostile-strings",
          "killed-run",
          "manifest-missing",
          "mixed-run-ids",
          "not-run",
          "p95-first-token-missed",
          "p95-total-missed",
          "success-rate-missed",
          "torn-line");

  private static final List<String> CHINESE_CASES =
      List.of("all-pass", "hostile-strings", "success-rate-missed");

  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  @TempDir Path temp;

  static List<String> cases() {
    return CASES;
  }

  static List<String> chineseCases() {
    return CHINESE_CASES;
  }

  /** Every Markdown file that a case expects, in both languages. */
  static List<Path> markdownFiles() {
    return files("md");
  }

  /** Every HTML file that a case expects, in both languages. */
  static List<Path> htmlFiles() {
    return files("html");
  }

  private static List<Path> files(String ending) {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files
          .filter(file -> file.getParent().getFileName().toString().startsWith("expected"))
          .filter(file -> file.toString().endsWith("." + ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void updateIfAsked(@TempDir Path scratch) {
    if (Boolean.getBoolean("golden.update")) {
      CASES.forEach(name -> update(name, "expected", report(name, scratch, Language.EN)));
      CHINESE_CASES.forEach(
          name -> update(name, "expected-zh", report(name, scratch, Language.ZH)));
    }
  }

  @AfterEach
  void restoreDefaults() {
    Locale.setDefault(LOCALE);
    TimeZone.setDefault(ZONE);
  }

  @Test
  void every_golden_folder_is_a_case_and_every_case_has_its_folder() {
    assertThat(names(GOLDEN)).containsExactlyElementsOf(CASES);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_report_says_what_the_golden_files_say(String name) {
    assertThat(report(name, temp, Language.EN)).isEqualTo(expected(name, "expected"));
  }

  @ParameterizedTest
  @MethodSource("chineseCases")
  void the_report_in_chinese_says_what_the_golden_files_say(String name) {
    assertThat(report(name, temp, Language.ZH)).isEqualTo(expected(name, "expected-zh"));
  }

  @ParameterizedTest
  @MethodSource("chineseCases")
  void the_language_changes_neither_the_names_of_files_nor_any_json(String name) {
    Map<String, String> english = expected(name, "expected");
    Map<String, String> chinese = expected(name, "expected-zh");
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    english.keySet().removeIf(file -> !file.endsWith(".json"));
    assertThat(english).isNotEmpty();
    assertThat(chinese).containsAllEntriesOf(english);
  }

  @ParameterizedTest
  @MethodSource("chineseCases")
  void figures_are_the_same_in_both_languages(String name) {
    Map<String, String> chinese = expected(name, "expected-zh");
    expected(name, "expected")
        .forEach(
            (file, text) -> {
              if (file.endsWith("-report.md")) {
                assertThat(tableFigures(chinese.get(file)))
                    .as(file)
                    .isNotEmpty()
                    .isEqualTo(tableFigures(text));
              }
            });
  }

  private static List<String> tableFigures(String markdown) {
    return markdown
        .lines()
        .filter(line -> line.startsWith("|"))
        .flatMap(line -> Pattern.compile("\\d[\\d.:-]*").matcher(line).results())
        .map(MatchResult::group)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void locale_and_time_zone_leave_no_trace(String name) {
    Map<String, String> expected = expected(name, "expected");
    for (String tag : List.of("de-DE", "ar-EG-u-nu-arab")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(report(name, temp, Language.EN)).as(tag).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reporting_twice_changes_nothing(String name) {
    Path dir = copy(name, temp);
    ReportWriter.write(new ReportDir(dir));
    Map<String, String> once = contents(dir);
    ReportWriter.write(new ReportDir(dir));
    assertThat(contents(dir)).isEqualTo(once);
  }

  private static Map<String, String> expected(String name, String folder) {
    return contents(GOLDEN.resolve(name).resolve(folder));
  }

  private static Map<String, String> report(String name, Path temp, Language language) {
    Path dir = copy(name, temp);
    Map<String, String> before = contents(dir);
    ReportWriter.write(new ReportDir(dir), language);
    Map<String, String> after = contents(dir);
    assertThat(after).containsAllEntriesOf(before);
    after.keySet().removeAll(before.keySet());
    return after;
  }

  private static Path copy(String name, Path temp) {
    try {
      Path dir = Files.createTempDirectory(temp, "report");
      write(dir, contents(GOLDEN.resolve(name).resolve("input")));
      return dir;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void update(String name, String folder, Map<String, String> written) {
    Path expected = GOLDEN.resolve(name).resolve(folder);
    try {
      for (String stale : contents(expected).keySet()) {
        Files.delete(expected.resolve(stale));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(expected, written);
  }

  private static void write(Path dir, Map<String, String> contents) {
    contents.forEach(
        (name, content) -> {
          try {
            Files.createDirectories(dir.resolve(name).getParent());
            Files.writeString(dir.resolve(name), content);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Content of every file by its path inside {@code dir}; nothing if there is no such folder. */
  private static Map<String, String> contents(Path dir) {
    Map<String, String> contents = new TreeMap<>();
    if (!Files.exists(dir)) {
      return contents;
    }
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = dir.relativize(file).toString().replace('\\', '/');
        contents.put(name, Files.readString(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  private static List<String> names(Path dir) {
    try (Stream<Path> entries = Files.list(dir)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
