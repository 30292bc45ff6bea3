package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.render.Markdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * Every folder under {@code golden} holds the closing documents of one case, with hashes made
 * unreadable, because reports may change. {@code -Dgolden.update=true} rewrites them.
 */
class ClosureGoldenTest {

  private static final Path GOLDEN =
      Path.of("report-tools/src/test/resources/chatload/closure/golden");

  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  @TempDir Path temp;

  @BeforeAll
  static void updateIfAsked(@TempDir Path scratch) {
    if (Boolean.getBoolean("golden.update")) {
      ClosureCases.names().forEach(name -> write(GOLDEN.resolve(name), documents(name, scratch)));
    }
  }

  @AfterEach
  void restoreDefaults() {
    Locale.setDefault(LOCALE);
    TimeZone.setDefault(ZONE);
  }

  @Test
  void every_golden_folder_is_a_case_and_every_case_has_its_folder() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(ClosureCases.names());
    }
  }

  @ParameterizedTest
  @MethodSource("chatload.closure.ClosureCases#names")
  void the_documents_say_what_the_golden_files_say(String name) {
    assertThat(documents(name, temp)).isEqualTo(contents(GOLDEN.resolve(name)));
  }

  @ParameterizedTest
  @MethodSource("chatload.closure.ClosureCases#names")
  void locale_and_time_zone_leave_no_trace(String name) {
    for (String tag : List.of("de-DE", "ar-EG-u-nu-arab")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(documents(name, temp)).as(tag).isEqualTo(contents(GOLDEN.resolve(name)));
    }
  }

  @ParameterizedTest
  @MethodSource("chatload.closure.ClosureCases#names")
  void a_copy_elsewhere_gives_the_same_bytes_again(String name) throws IOException {
    ReportDir dir = ClosureCases.prepared(name, temp);
    Path copy = Files.createTempDirectory(temp, "copy").resolve(dir.root().getFileName());
    List<Path> files;
    try (Stream<Path> all = Files.walk(dir.root())) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path to = copy.resolve(dir.root().relativize(file));
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    }
    Map<String, String> before = contents(copy);
    ClosureWriter.write(new ReportDir(copy), ClosureCases.request(name));
    assertThat(contents(copy)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("chatload.closure.ClosureCases#names")
  void the_verdict_line_is_literal_in_every_language(String name) {
    assertThat(contents(GOLDEN.resolve(name)).get("ISSUE-26-CLOSURE.md"))
        .containsPattern("(?m)^- Overall Result: \\*\\*(PASS|FAIL|INCONCLUSIVE)\\*\\*$");
  }

  @ParameterizedTest
  @MethodSource("chatload.closure.ClosureCases#names")
  void foreign_text_is_nothing_but_text(String name) {
    contents(GOLDEN.resolve(name))
        .forEach(
            (file, text) -> {
              if (file.endsWith(".md")) {
                MarkdownReader reader = new MarkdownReader();
                Markdown.parse(text).accept(reader);
                assertThat(reader.html).as(file).hasSize(1);
                assertThat(reader.html.get(0)).matches("<!-- loadtest run [a-z0-9-]+ -->");
                assertThat(reader.links)
                    .as(file)
                    .allMatch(link -> link.matches("[A-Za-z0-9-]+\\.(md|html|sh|json)"));
                assertThat(reader.texts).as(file).doesNotContain("octocat", "onerror", "#123");
                assertThat(text).doesNotContain("\u001b", "\u202e");
                assertThat(reader.cells).as(file).allMatch(widths -> widths.size() == 1);
              }
            });
  }

  private static Map<String, String> documents(String name, Path temp) {
    Map<String, String> documents = contents(ClosureCases.prepared(name, temp).root());
    documents.keySet().removeIf(file -> !file.startsWith("ISSUE-"));
    documents.replaceAll((file, text) -> text.replaceAll("[0-9a-f]{64}", "SHA256"));
    return documents;
  }

  private static void write(Path folder, Map<String, String> contents) {
    contents.forEach(
        (name, content) -> {
          try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), content);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Map<String, String> contents(Path dir) {
    Map<String, String> contents = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(dir)) {
      all.filter(Files::isRegularFile).forEach(files::add);
      for (Path file : files) {
        contents.put(dir.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }
}
