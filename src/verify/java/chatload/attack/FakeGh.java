package chatload.attack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** A stand-in for {@code gh}, first in the PATH: writes each call down and does what gh would. */
final class FakeGh {

  private static final String GH =
      """
      #!/bin/sh
      set -eu
      state=$(dirname "$0")
      printf '%s\\n' "$*" >>"$state/calls"
      case ${2:-} in
        view)
          if [ -e "$state/closed-$3" ]; then echo CLOSED; else echo OPEN; fi
          if [ -e "$state/comments-$3" ]; then cat "$state/comments-$3"; fi
          ;;
        comment) cat "$5" >>"$state/comments-$3" ;;
        close) touch "$state/closed-$3" ;;
      esac
      """;

  private final Path folder;

  FakeGh(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    executable(folder.resolve("gh"), GH);
  }

  static Path executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Runs a closing script from elsewhere, without the tool, so that nothing but itself refuses. */
  Ended close(Path script) {
    return close(script, Map.of());
  }

  Ended close(Path script, Map<String, String> variables) {
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
    builder.environment().remove("LOADTEST");
    builder.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
    builder.environment().putAll(variables);
    return Ended.of(builder.directory(folder.toFile()), 20);
  }

  /** Every call so far, its words joined by blanks. */
  List<String> calls() {
    Path calls = folder.resolve("calls");
    try {
      return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
