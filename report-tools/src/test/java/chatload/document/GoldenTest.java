package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.ReportDir;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder under {@code golden} holds a report directory before ({@code input}) and what the
 * report adds to it ({@code expected}). {@code -Dgolden.update=true} rewrites the latter.
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

  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  @TempDir Path temp;

  static List<String> cases() {
    return CASES;
  }

  @BeforeAll
  static void updateIfAsked(@TempDir Path scratch) {
    if (Boolean.getBoolean("golden.update")) {
      CASES.forEach(name -> update(name, report(name, scratch)));
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
    assertThat(report(name, temp)).isEqualTo(contents(GOLDEN.resolve(name).resolve("expected")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void locale_and_time_zone_leave_no_trace(String name) {
    Map<String, String> expected = contents(GOLDEN.resolve(name).resolve("expected"));
    for (String tag : List.of("de-DE", "ar-EG-u-nu-arab")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(report(name, temp)).as(tag).isEqualTo(expected);
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

  private static Map<String, String> report(String name, Path temp) {
    Path dir = copy(name, temp);
    Map<String, String> before = contents(dir);
    ReportWriter.write(new ReportDir(dir));
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

  private static void update(String name, Map<String, String> written) {
    Path expected = GOLDEN.resolve(name).resolve("expected");
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
