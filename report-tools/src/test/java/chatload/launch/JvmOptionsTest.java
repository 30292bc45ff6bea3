package chatload.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one file with Java's options, and that nobody else has options of their own. */
class JvmOptionsTest {

  private static final String FILE = Home.OPTIONS_FILE;

  @TempDir private Path temporary;

  /** What a child of {@code ./loadtest} is started with. */
  public static void main(String[] args) {
    ManagementFactory.getRuntimeMXBean().getInputArguments().forEach(System.out::println);
  }

  @Test
  void aCheckoutWhosePathHasSpacesGivesEveryOption() throws Exception {
    assertThat(givenTo(checkout())).containsSequence(options());
  }

  @Test
  void anArchiveOfClassesThatDoesNotFitIsPassedOverWithoutAWord() throws Exception {
    Home home = checkout();
    Files.writeString(home.sharedClasses(), "of another Java");
    assertThat(givenTo(home)).containsSequence(options()).allMatch(line -> line.startsWith("-"));
  }

  private Home checkout() throws IOException {
    Path root = temporary.resolve("a check out, with spaces");
    Path file = root.resolve(FILE);
    Files.createDirectories(file.getParent());
    Files.copy(Path.of(FILE), file);
    Files.createDirectories(root.resolve("target"));
    Files.writeString(
        root.resolve("target/simulation.classpath"), System.getProperty("java.class.path"));
    return new Home(root);
  }

  /** What Java says it was given, and whatever else it says. */
  private static List<String> givenTo(Home home) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(home.javaOptions());
    command.add(JvmOptionsTest.class.getName());
    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  /** Surefire takes the file, too. */
  @Test
  void thisTestRunsWithTheOptions() {
    assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
        .containsSequence(options());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "loadtest",
        "bench/accuracy",
        "bench/own-time",
        "bench/run",
        "fuzz/run"
      })
  void whatStartsJavaNamesTheFile(String starter) throws IOException {
    assertThat(Path.of(starter)).content().containsPattern("@\\S*" + Pattern.quote(FILE));
  }

  @Test
  void nobodyElseHasOneOfTheOptions() throws IOException {
    for (String option : options()) {
      // Options of keytool's Java begin with -J.
      Pattern repeated = Pattern.compile("(?<!-J)" + Pattern.quote(option) + "(?![\\w.])");
      try (Stream<Path> files = sources()) {
        assertThat(files.filter(file -> repeated.matcher(read(file)).find())).as(option).isEmpty();
      }
    }
  }

  /** All but the plain Gatling that the project is compared with, which has Gatling's options. */
  private static Stream<Path> sources() throws IOException {
    return Stream.of("pom.xml", "loadtest", "bench", "fuzz", "src", "report-tools/src", ".ci")
        .flatMap(JvmOptionsTest::files)
        .filter(file -> file.toString().matches(".*(\\.java|\\.xml|(^|/)[a-z-]+)"))
        .filter(file -> !file.endsWith("bench/Client.java"));
  }

  private static Stream<Path> files(String root) {
    try (Stream<Path> all = Files.walk(Path.of(root))) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> options() {
    return read(Path.of(FILE))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
