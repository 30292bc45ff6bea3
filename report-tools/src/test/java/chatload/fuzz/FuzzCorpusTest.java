package chatload.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kept input of every fuzz target again, without a fuzzer; see docs/security.md. */
class FuzzCorpusTest {

  private static final Path CORPUS = Path.of("report-tools/src/test/resources/chatload/fuzz");

  static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void finds_nothing_any_more(Path input) throws Throwable {
    Class<?> target = Class.forName(targets().get(input.getParent().getFileName().toString()));
    MethodHandles.publicLookup()
        .findStatic(target, "fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class))
        .invokeExact(Files.readAllBytes(input));
  }

  @Test
  void every_target_has_inputs() throws IOException {
    Set<String> fed =
        inputs().stream()
            .map(input -> input.getParent().getFileName().toString())
            .collect(Collectors.toSet());
    assertThat(fed).isEqualTo(targets().keySet()).isNotEmpty();
  }

  /** Classes by their simple names. */
  private static Map<String, String> targets() throws IOException {
    Map<String, String> targets = new TreeMap<>();
    for (String top : List.of("src/verify/java", "report-tools/src/test/java")) {
      try (Stream<Path> files = Files.walk(Path.of(top))) {
        files
            .map(file -> Path.of(top).relativize(file).toString())
            .filter(file -> file.endsWith("Fuzz.java"))
            .map(file -> file.replace(".java", "").replaceAll("[/\\\\]", "."))
            .forEach(name -> targets.put(name.substring(name.lastIndexOf('.') + 1), name));
      }
    }
    return targets;
  }
}
