package chatload;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The packages and the arrows between them, as {@code package-info.java} and docs/architecture.md
 * have them, held against the compiled classes by the JDK's own {@code jdeps}. {@code
 * -Dgolden.update=true} writes the table of the document.
 */
class ArchitectureTest {

  private static final int MOST_FILES = 26;
  private static final int MOST_LINES = 300;
  private static final Path DOCUMENT = Path.of("docs/architecture.md");
  private static final String PACKAGE = "chatload";

  /** What ships, and what sends load. */
  private static final List<Path> ROOTS =
      List.of(Path.of("report-tools/src/main/java"), Path.of("src/test/java"));

  /** The tests of both. */
  private static final List<Path> TESTS =
      List.of(Path.of("report-tools/src/test/java"), Path.of("src/verify/java"));

  private static final Pattern ARROW =
      Pattern.compile("^\\s+(chatload\\S*)\\s+->\\s+(chatload\\S*)\\s");
  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern MAY_USE = Pattern.compile("<p>May use: (.*)\\.");
  private static final Pattern NAME = Pattern.compile("\\{@code ([\\w.]+)}");

  /** A package: its idea in one sentence, and the packages that it says it may use. */
  private record Room(String idea, Set<String> mayUse) {}

  private static final Map<String, Room> ROOMS = new TreeMap<>();
  private static final Map<String, Set<String>> ARROWS = new TreeMap<>();

  @BeforeAll
  static void look() throws IOException {
    Map<String, Path> sources = new TreeMap<>();
    for (Path root : ROOTS) {
      for (Path file : javaFiles(root)) {
        String name =
            root.relativize(file).toString().replaceAll("\\.java$", "").replaceAll("[/\\\\]", ".");
        sources.put(name, file);
        if (name.endsWith(".package-info")) {
          ROOMS.put(packageOf(name), room(file));
        }
      }
    }
    StringWriter out = new StringWriter();
    int exit =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(out),
                new PrintWriter(System.err),
                "-verbose:class",
                "-filter:none",
                "target/classes",
                "target/test-classes");
    assertThat(exit).as("jdeps").isZero();
    out.toString()
        .lines()
        .map(ARROW::matcher)
        .filter(Matcher::find)
        .forEach(arrow -> add(arrow, sources.keySet()));
  }

  private static void add(Matcher arrow, Set<String> ours) {
    String from = arrow.group(1).replaceAll("\\$.*", "");
    String to = arrow.group(2).replaceAll("\\$.*", "");
    if (ours.contains(from) && ours.contains(to) && !packageOf(from).equals(packageOf(to))) {
      ARROWS.computeIfAbsent(packageOf(from), key -> new TreeSet<>()).add(packageOf(to));
    }
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static Room room(Path file) throws IOException {
    Matcher comment = COMMENT.matcher(Files.readString(file));
    assertThat(comment.find()).as(file + " has a comment").isTrue();
    String text = comment.group(1).replaceAll("\\s*\\n \\* ?", " ").strip();
    Matcher mayUse = MAY_USE.matcher(text);
    assertThat(mayUse.find()).as(file + " says what it may use").isTrue();
    Set<String> names = new TreeSet<>();
    NAME.matcher(mayUse.group(1))
        .results()
        .forEach(name -> names.add(PACKAGE + "." + name.group(1)));
    return new Room(text.substring(0, text.indexOf("<p>")).strip(), names);
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void everyPackageSaysItsIdeaAndUsesWhatItSays() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (Path root : ROOTS) {
      for (Path file : javaFiles(root)) {
        packages.add(root.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."));
      }
    }
    assertThat(ROOMS.keySet()).as("packages with a package-info.java").isEqualTo(packages);
    ROOMS.forEach(
        (name, room) ->
            assertThat(ARROWS.getOrDefault(name, Set.of()))
                .as("what " + name + " uses, and what its package-info.java says")
                .isEqualTo(room.mayUse()));
  }

  @Test
  void noArrowGoesUp() {
    List<String> layered = new ArrayList<>();
    Set<String> left = new TreeSet<>(ROOMS.keySet());
    while (!left.isEmpty()) {
      List<String> free =
          left.stream()
              .filter(name -> layered.containsAll(ARROWS.getOrDefault(name, Set.of())))
              .toList();
      assertThat(free).as("a circle is among " + left).isNotEmpty();
      layered.addAll(free);
      left.removeAll(free);
    }
  }

  @Test
  void noRoomIsCrowdedAndNoFileIsLong() throws IOException {
    for (Path root : Stream.concat(ROOTS.stream(), TESTS.stream()).toList()) {
      Map<Path, Integer> files = new TreeMap<>();
      for (Path file : javaFiles(root)) {
        assertThat(Files.readAllLines(file))
            .as(file.toString())
            .hasSizeLessThanOrEqualTo(MOST_LINES);
        if (!file.endsWith("package-info.java")) {
          files.merge(file.getParent(), 1, Integer::sum);
        }
      }
      assertThat(files)
          .as("files of each package")
          .allSatisfy(
              (room, count) ->
                  assertThat(count).as(room.toString()).isLessThanOrEqualTo(MOST_FILES));
    }
  }

  @Test
  void theDocumentHasTheSameTable() throws IOException {
    String rows =
        ROOMS.entrySet().stream()
            .map(
                room ->
                    "| `%s` | %s | %s |"
                        .formatted(
                            shortName(room.getKey()),
                            room.getValue().idea().replaceAll("\\{@code ([^}]*)}", "`$1`"),
                            room.getValue().mayUse().stream()
                                .map(ArchitectureTest::shortName)
                                .collect(joining(", "))))
            .collect(joining("\n", "", "\n"));
    String text = Files.readString(DOCUMENT);
    Matcher table =
        Pattern.compile("(?<=\\|---\\|---\\|---\\|\n)(?:\\| `chatload.*\n|\\| `.*\n)*")
            .matcher(text);
    assertThat(table.find()).isTrue();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(
          DOCUMENT, text.substring(0, table.start()) + rows + text.substring(table.end()));
      return;
    }
    assertThat(table.group()).isEqualTo(rows);
  }

  private static String shortName(String name) {
    return name.equals(PACKAGE) ? name : name.substring(PACKAGE.length() + 1);
  }
}
