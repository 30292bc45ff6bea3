package chatload.attack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/**
 * A process that is over.
 *
 * @param code its exit code; {@link #HUNG} if it had to be ended
 * @param output what it printed, both streams
 */
record Ended(int code, String output) {

  static final int HUNG = -1;

  /** Waits for it so long at most, and then ends it and what it started. */
  static Ended of(ProcessBuilder builder, long seconds) {
    try {
      File output = File.createTempFile("attack", ".out");
      try {
        Process process =
            builder
                .redirectErrorStream(true)
                .redirectOutput(output)
                .redirectInput(new File("/dev/null"))
                .start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return new Ended(
            ended ? process.exitValue() : HUNG,
            new String(Files.readAllBytes(output.toPath()), StandardCharsets.UTF_8));
      } finally {
        Files.delete(output.toPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
