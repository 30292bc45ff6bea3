package chatload.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What goes into the archive of a release, without making one. */
class ReleaseContentTest {

  private static final String NOTICES = read("release/THIRD-PARTY.md");
  private static final String LIST = read("release/archive.xml");

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Group and name of all that may be in the jar: the build holds it to that. */
  private static List<String> inTheJar() {
    String pom = read("pom.xml");
    String list = pom.substring(pom.indexOf("This is not meant to be in the jar"));
    return Pattern.compile("<include>([^:<]*:[^:<*]*)[:<]")
        .matcher(list.substring(0, list.indexOf("</includes>")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void what_is_in_the_jar_has_its_licence_named() {
    assertThat(inTheJar())
        .hasSizeGreaterThan(12)
        .allSatisfy(name -> assertThat(NOTICES).contains("`" + name.split(":")[1] + "`"));
  }

  @Test
  void what_else_a_simulation_runs_with_is_in_the_archive_with_its_licence_or_is_left_out() {
    Set<Pattern> leftOut =
        Pattern.compile("<exclude>(.*?)</exclude>")
            .matcher(LIST.substring(0, LIST.indexOf("<scope>runtime</scope>")))
            .results()
            .map(ReleaseContentTest::glob)
            .collect(Collectors.toSet());
    List<String> jars =
        Arrays.stream(libraries().split(File.pathSeparator))
            .map(jar -> Path.of(jar))
            .filter(jar -> jar.getNameCount() > 4)
            .map(jar -> coordinates(jar))
            .filter(name -> leftOut.stream().noneMatch(out -> out.matcher(name).matches()))
            .toList();
    assertThat(jars)
        .hasSizeGreaterThan(60)
        .allSatisfy(
            name -> {
              assertThat(NOTICES).contains("`" + name.split(":")[1] + "`");
              assertThat(inTheJar()).doesNotContain(name);
            })
        .noneMatch(name -> name.contains("highcharts") || name.contains("junit"));
  }

  private static Pattern glob(MatchResult found) {
    return Pattern.compile(found.group(1).replace(".", "\\.").replace("*", ".*"));
  }

  private static String libraries() {
    return new Home(Path.of("").toAbsolutePath()).libraries();
  }

  /** From where it is in the local repository, which Surefire names: org/example/name/1.0/….jar. */
  private static String coordinates(Path jar) {
    Path path = Path.of(System.getProperty("localRepository")).relativize(jar);
    int name = path.getNameCount() - 3;
    String group = path.subpath(0, name).toString().replace(File.separatorChar, '.');
    return group + ":" + path.getName(name);
  }
}
