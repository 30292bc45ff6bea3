package chatload.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody opens a file of a report directory but through {@link Folder}. */
class OneWayInTest {

  private static final Path SOURCES = Path.of("report-tools/src/main/java/chatload");

  private static final Pattern OPENS =
      Pattern.compile(
          "\\bFiles\\.(?!setPosixFilePermissions)[a-z]|\\bFileChannel\\.open"
              + "|\\b(File(In|Out)putStream|RandomAccessFile|FileReader|FileWriter)\\b"
              + "|\\.toFile\\(\\)");

  /** They open what the user or this project itself names, and {@code .lock} after a look. */
  private static final Set<String> MAY =
      Set.of(
          "files/Folder.java",
          "files/AtomicFile.java",
          "files/ReportDirLock.java",
          "job/GithubStep.java",
          "cli/NewGateFile.java",
          "cli/TokenCommand.java",
          "conversation/DataFile.java",
          "tool/ArgumentRedaction.java",
          "launch/Charts.java",
          "launch/Child.java",
          "launch/Home.java",
          "launch/SharedClasses.java",
          "launch/SimulationProcess.java",
          "otlp/CollectorVariables.java",
          "settings/AuthorityFile.java",
          "settings/GateSettings.java",
          "settings/ProcessText.java",
          "settings/SettingFile.java",
          "settings/FallbackReplies.java",
          "signature/SealSignature.java");

  @Test
  void every_other_class_leaves_files_alone() throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      List<String> opening =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(OneWayInTest::opens)
              .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
              .filter(file -> !MAY.contains(file))
              .toList();
      assertThat(opening).isEmpty();
    }
  }

  private static boolean opens(Path file) {
    try {
      return OPENS.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
