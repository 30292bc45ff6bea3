package chatload.closure;

import chatload.cli.CommandContext;
import chatload.cli.Loadtest;
import chatload.files.ReportDir;
import chatload.fuzz.Harmless;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A report directory whose files can be changed, and on which all commands are run. */
final class ReportCopy implements AutoCloseable {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

  private final ReportDir dir;

  private ReportCopy(ReportDir dir) {
    this.dir = dir;
  }

  /** Everything that stands below a directory, by its path in it. */
  static Map<String, byte[]> files(Path top) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(top)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(top.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  static ReportCopy of(Map<String, byte[]> files) {
    try {
      ReportCopy copy = new ReportCopy(new ReportDir(Files.createTempDirectory("fuzz")));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = copy.dir.root().resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ReportDir dir() {
    return dir;
  }

  /**
   * Runs a command on the directory, which must end with a documented exit code and print nothing
   * that a terminal would obey.
   *
   * @return the exit code
   */
  int run(String command, String... more) {
    String[] line = new String[more.length + 3];
    System.arraycopy(more, 0, line, 3, more.length);
    line[0] = command;
    line[1] = "--report-dir";
    line[2] = dir.root().toString();
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    Properties properties = new Properties();
    properties.setProperty("user.name", "reviewer");
    int code =
        Loadtest.run(
            new CommandContext(out, out, Map.of("GIT_AUTHOR_NAME", "r"), properties, false, CLOCK),
            line);
    if (code != 0 && code != 3 && code != 4 && code != 5) {
      throw new AssertionError(command + " ended with " + code + ": " + printed);
    }
    Harmless.require(printed.toString());
    return code;
  }

  String read(String name) {
    try {
      return Files.readString(dir.root().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(dir.root())) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
