package chatload.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.files.Sha256;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an archive of a release was unpacked: its classpath, and the one library that it lacks. */
class ReleasedHomeTest {

  private static final String FILE = "gatling-charts-highcharts-3.15.1.jar";
  private static final String CHARTS = "the very file";

  @TempDir private Path temp;
  private Path root;

  @BeforeEach
  void unpack() throws IOException {
    root = temp.resolve("un packed");
    Files.createDirectories(root.resolve("lib/engine"));
    for (String jar : List.of("simulations.jar", "loadtest.jar", "engine/b.jar", "engine/a.jar")) {
      Files.writeString(root.resolve("lib").resolve(jar), jar);
    }
    String hash = Sha256.of(out -> out.write(CHARTS.getBytes(StandardCharsets.UTF_8)));
    Files.createDirectories(root.resolve("lib/fetch"));
    Files.writeString(
        root.resolve("lib/fetch/checksums.sha256"),
        "0000  org/other/1/other-1.jar\n"
            + "1111  io/gatling/highcharts/gatling-charts-highcharts/3.15.1/"
            + FILE.replace(".jar", ".pom")
            + "\n"
            + hash
            + "  io/gatling/highcharts/gatling-charts-highcharts/3.15.1/"
            + FILE
            + "\n");
  }

  @Test
  void its_classpath_is_what_is_in_it_and_the_charts() throws IOException {
    Path charts = Files.writeString(root.resolve("lib/engine").resolve(FILE), CHARTS);
    assertThat(new Home(root).javaOptions())
        .containsExactly(
            "@" + root.resolve("lib/simulation.jvm"),
            "-cp",
            String.join(
                File.pathSeparator,
                root.resolve("lib/simulations.jar").toString(),
                root.resolve("lib/loadtest.jar").toString(),
                root.resolve("lib/engine/a.jar").toString(),
                root.resolve("lib/engine/b.jar").toString(),
                charts.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lib/engine", "cache/chatload"})
  void charts_that_are_another_file_are_not_run(String place) throws IOException {
    Path directory =
        Files.createDirectories((place.startsWith("lib") ? root : temp).resolve(place));
    Files.writeString(directory.resolve(FILE), CHARTS + "!");
    fetching("exit 0");
    assertThatThrownBy(() -> charts().require())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not the file that this release was made with");
  }

  @Test
  void what_is_missing_is_fetched_once_without_a_secret() throws IOException {
    fetching(
        "mkdir -p \"$1\" && env >\"$1/environment\" && printf '"
            + CHARTS
            + "' >\"$1/"
            + FILE
            + "\"");
    Path there = temp.resolve("cache/chatload").resolve(FILE);
    assertThat(charts().require()).isEqualTo(there).hasContent(CHARTS);
    assertThat(temp.resolve("cache/chatload/environment"))
        .content()
        .contains("MAVEN_OPTS=-Dx=y", "JAVA_HOME=")
        .doesNotContain("s3cret");
    fetching("exit 1");
    assertThat(charts().require()).isEqualTo(there);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit 1", "exit 0", "mkdir -p \"$1\" && : >\"$1/" + FILE + ".part\""})
  void what_can_not_be_fetched_says_which_file_is_to_be_put_where(String script)
      throws IOException {
    fetching(script);
    assertThatThrownBy(() -> charts().require())
        .isInstanceOfSatisfying(
            UserError.class,
            e -> {
              assertThat(e.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT);
              assertThat(e.getMessage()).contains(FILE);
              assertThat(e.hint()).contains("SHA-256", root.resolve("lib/engine").toString());
            });
  }

  @Test
  void what_was_fetched_and_is_another_file_is_not_run() throws IOException {
    fetching("mkdir -p \"$1\" && printf x >\"$1/" + FILE + "\"");
    assertThatThrownBy(() -> charts().require())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not the file that this release was made with");
  }

  @Test
  void an_archive_that_lost_a_part_says_so() throws IOException {
    Files.delete(root.resolve("lib/fetch/checksums.sha256"));
    assertThatThrownBy(() -> new Home(root).requireLibraries())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("checksums.sha256");
  }

  /** The list that ships is of the versions that the build takes. */
  @Test
  void the_checksums_of_the_release_are_of_this_gatling_and_this_maven() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String gatling = pom.replaceFirst("(?s).*<gatling.version>(.*?)<.*", "$1");
    String plugin =
        pom.replaceFirst(
            "(?s).*?<artifactId>maven-dependency-plugin</artifactId>\\s*<version>(.*?)<.*", "$1");
    assertThat(Path.of("release/fetch/checksums.sha256"))
        .content()
        .contains("/gatling-charts-highcharts-" + gatling + ".jar\n")
        .contains("/maven-dependency-plugin-" + plugin + ".jar\n");
    String maven =
        Files.readString(Path.of(".mvn/wrapper/maven-wrapper.properties"))
            .replaceFirst("(?s).*/(apache-maven-[^/]*-bin)\\.zip.*", "$1");
    assertThat(Files.readAllLines(Path.of("release/fetch/maven.sha256")))
        .extracting(line -> line.substring(64))
        .containsExactly("  " + maven + ".tar.gz", "  " + maven + ".zip");
  }

  private Charts charts() {
    return Charts.of(
        root.resolve("lib"),
        Map.of(
            "PATH", System.getenv("PATH"),
            "XDG_CACHE_HOME", temp.resolve("cache").toString(),
            "MAVEN_OPTS", "-Dx=y",
            "AUTH_JWT_SECRET", "s3cret",
            "MY_KEY", "s3cret"));
  }

  private void fetching(String script) throws IOException {
    Files.writeString(root.resolve("lib/fetch/charts"), script + "\n");
  }
}
