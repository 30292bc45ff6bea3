package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.evidence.EvidenceSeal;
import chatload.files.ReportDir;
import chatload.output.ReportWriter;
import chatload.render.Markdown;
import chatload.review.Item;
import chatload.review.Review;
import chatload.review.ReviewEntry;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.signoff.Request;
import chatload.words.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
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

  private static final String AT = "2026-11-23T09:00:00Z";

  /** A directory is made in the given place. */
  private static final Map<String, Function<Path, ReportDir>> CASES = cases();

  @TempDir Path temp;

  private static Map<String, Function<Path, ReportDir>> cases() {
    Map<String, Function<Path, ReportDir>> cases = new TreeMap<>();
    cases.put("pass", new JobFixture().tuned()::in);
    cases.put("pass-tuning-open", new JobFixture()::in);
    cases.put("pass-no-repo-zh", new JobFixture().tuned()::in);
    cases.put("pass-accepted", accepted()::in);
    cases.put("pass-accepted-zh", accepted()::in);
    cases.put("pass-review-done", ClosureGoldenTest::reviewed);
    cases.put("pass-review-open", degraded()::in);
    cases.put("pass-review-required", degraded()::in);
    cases.put("fail", failing()::in);
    cases.put("fail-zh", failing()::in);
    cases.put("inconclusive", new JobFixture().without("stress")::in);
    cases.put("inconclusive-zh", new JobFixture().without("stress").withoutPreflight()::in);
    cases.put("mixed-runs", new JobFixture().stressRunId("20261122-080000-def456")::in);
    cases.put("changed-evidence", ClosureGoldenTest::changed);
    cases.put("embedded", new JobFixture().embedded()::in);
    cases.put("hostile-strings", ClosureGoldenTest::hostile);
    return cases;
  }

  static List<String> names() {
    return List.copyOf(CASES.keySet());
  }

  private static JobFixture degraded() {
    return new JobFixture()
        .failing("baseline", 7, Outcome.DEGRADED, Cause.MODEL, "done says degraded");
  }

  private static JobFixture accepted() {
    return new JobFixture()
        .withoutPreflight()
        .forgetting(3)
        .tuned()
        .accepted(Item.VARIABLES, "looked at the settings of the deployment by hand")
        .accepted(Item.HEALTH, "the monitoring shows it")
        .accepted(Item.MEMORY, "this preview has no memory database");
  }

  private static JobFixture failing() {
    JobFixture job =
        new JobFixture().failing("smoke", 3, Outcome.FALLBACK_REPLY, Cause.MODEL, "canned reply");
    for (int id = 1; id <= 30; id++) {
      job.failing("stress", id, Outcome.HTTP_ERROR, Cause.SERVICE, "status 502");
    }
    return job;
  }

  private static ReportDir reviewed(Path place) {
    ReportDir dir = degraded().in(place);
    new Review(Review.SCHEMA_VERSION, JobFixture.RUN_ID, List.of())
        .with(ReviewEntry.ofOutcome(AT, "Li Lei", Outcome.DEGRADED, Cause.UNKNOWN, "look later"))
        .with(
            ReviewEntry.ofTrace(
                AT, "Li Lei", "trace-baseline-7", Cause.MODEL, "model log: quota, 08:00:07"))
        .with(ReviewEntry.ofTuning(AT, "Han Meimei", "no change needed"))
        .write(dir);
    return dir;
  }

  private static ReportDir changed(Path place) {
    ReportDir dir = new JobFixture().in(place);
    try {
      String records = Files.readString(dir.chats("smoke"));
      Files.writeString(dir.chats("smoke"), records.replace("1001.5", "1001.4"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ReportWriter.write(dir);
    return dir;
  }

  private static ReportDir hostile(Path place) {
    String evil =
        "a|b `c` **d** <img src=x onerror=1> [e](http://f) @octocat #123 $(touch /tmp/g) '; rm x"
            + " \u001b[31m\u202e\n```\n# h\nEOF\nFILES\n<!-- --> \\n ‘’“”";
    ReportDir dir =
        new JobFixture()
            .saying(evil, "https://preview.example/api/chat?q='$(id)'|`x`")
            .failing("smoke", 1, evil, Outcome.ERROR_EVENT, Cause.SERVICE, evil)
            .in(place);
    new Review(Review.SCHEMA_VERSION, JobFixture.RUN_ID, List.of())
        .with(ReviewEntry.ofTrace(AT, evil, evil, Cause.SERVICE, evil))
        .with(ReviewEntry.ofTuning(evil, evil, evil))
        .write(dir);
    return dir;
  }

  @BeforeAll
  static void updateIfAsked(@TempDir Path scratch) {
    if (Boolean.getBoolean("golden.update")) {
      names().forEach(name -> write(GOLDEN.resolve(name), documents(name, scratch)));
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
          .containsExactlyInAnyOrderElementsOf(names());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_documents_say_what_the_golden_files_say(String name) {
    assertThat(documents(name, temp)).isEqualTo(contents(GOLDEN.resolve(name)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void locale_and_time_zone_leave_no_trace(String name) {
    for (String tag : List.of("de-DE", "ar-EG-u-nu-arab")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(documents(name, temp)).as(tag).isEqualTo(contents(GOLDEN.resolve(name)));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_copy_elsewhere_gives_the_same_bytes_again(String name) throws IOException {
    ReportDir dir = prepared(name, temp);
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
    ClosureWriter.write(new ReportDir(copy), request(name));
    assertThat(contents(copy)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_verdict_line_is_literal_in_every_language(String name) {
    assertThat(contents(GOLDEN.resolve(name)).get("ISSUE-26-CLOSURE.md"))
        .containsPattern("(?m)^- Overall Result: \\*\\*(PASS|FAIL|INCONCLUSIVE)\\*\\*$");
  }

  @ParameterizedTest
  @MethodSource("names")
  void foreign_text_is_nothing_but_text(String name) {
    contents(GOLDEN.resolve(name))
        .forEach(
            (file, text) -> {
              if (file.endsWith(".md")) {
                Reader reader = new Reader();
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

  /** What a reader's browser would make of a document. */
  private static final class Reader extends AbstractVisitor {
    private final List<String> html = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final StringBuilder texts = new StringBuilder();
    private final List<Set<Integer>> cells = new ArrayList<>();

    @Override
    public void visit(HtmlBlock block) {
      html.add(block.getLiteral());
    }

    @Override
    public void visit(HtmlInline inline) {
      html.add(inline.getLiteral());
    }

    @Override
    public void visit(Image image) {
      links.add("an image: " + image.getDestination());
    }

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Text text) {
      texts.append(text.getLiteral());
    }

    /** Numbers of cells that the rows of each table have. */
    @Override
    public void visit(CustomBlock table) {
      Set<Integer> widths = new HashSet<>();
      for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
        for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
          int width = 0;
          for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            width += cell.getFirstChild() == null ? 0 : 1;
          }
          widths.add(width);
        }
      }
      cells.add(widths);
      visitChildren(table);
    }
  }

  private static Request request(String name) {
    return new Request(
        26,
        null,
        name.startsWith("fail") || name.contains("no-repo") ? null : "octo/chat",
        name.endsWith("-zh") ? Language.ZH : Language.EN,
        name.endsWith("-required"),
        null,
        null,
        null,
        null,
        true);
  }

  private static ReportDir prepared(String name, Path temp) {
    try {
      Path place = Files.createTempDirectory(temp, "job").resolve("loadtest-scenarios");
      ReportDir dir = CASES.get(name).apply(place);
      ClosureWriter.write(dir, request(name));
      return dir;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> documents(String name, Path temp) {
    Map<String, String> documents = contents(prepared(name, temp).root());
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

  @Test
  void a_directory_that_was_never_sealed_closes_nothing() {
    ReportDir dir = new JobFixture().tuned().unsealed().in(temp);
    Prepared prepared = ClosureWriter.write(dir, request("pass"));
    assertThat(prepared.blockers()).singleElement().asString().contains("manifest.json");
    assertThat(EvidenceSeal.isSealed(dir)).isFalse();
  }
}
