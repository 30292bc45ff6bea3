package chatload.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kept input of every fuzz target again, without a fuzzer; see docs/security.md. */
class FuzzCorpusTest {

  private static final Path CORPUS = Path.of("report-tools/src/test/resources/chatload/fuzz");
  private static final List<Path> SOURCES =
      List.of(Path.of("src/test/java"), Path.of("report-tools/src/test/java"));

  static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void finds_nothing_any_more(Path input) throws Throwable {
    Class<?> target = target(input.getParent().getFileName().toString());
    MethodHandles.publicLookup()
        .findStatic(target, "fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class))
        .invokeExact(Files.readAllBytes(input));
  }

  @Test
  void every_target_has_inputs() throws IOException {
    Set<String> targets = new TreeSet<>();
    for (Path source : SOURCES) {
      try (Stream<Path> files = Files.walk(source)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith("Fuzz.java"))
            .forEach(name -> targets.add(name.replace(".java", "")));
      }
    }
    Set<String> fed = new TreeSet<>();
    inputs().forEach(input -> fed.add(input.getParent().getFileName().toString()));
    assertThat(fed).isEqualTo(targets).isNotEmpty();
  }

  private static Class<?> target(String name) throws ReflectiveOperationException, IOException {
    for (Path source : SOURCES) {
      try (Stream<Path> files = Files.walk(source)) {
        var found = files.filter(file -> file.endsWith(name + ".java")).findFirst();
        if (found.isPresent()) {
          String path = source.relativize(found.get()).toString();
          return Class.forName(path.replace(".java", "").replace('/', '.').replace('\\', '.'));
        }
      }
    }
    throw new ClassNotFoundException(name);
  }
}
