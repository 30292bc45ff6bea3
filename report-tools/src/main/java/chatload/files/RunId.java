package chatload.files;

import chatload.tool.UserError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Names that tell one job from another. */
public final class RunId {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunId() {}

  /** {@code 20261123-080000-3f9a1c}: when the job began, and six random digits. */
  public static String make(Instant start) {
    int random = ThreadLocalRandom.current().nextInt(1 << 24);
    return timestamp(start) + String.format(Locale.ROOT, "-%06x", random);
  }

  /** The same for jobs that begin together and share a plan with that hash: no digit is random. */
  public static String shared(Instant start, String hash) {
    return timestamp(start) + "-" + hash.substring(0, 6);
  }

  /** {@code 20261123-080000}, UTC. */
  public static String timestamp(Instant instant) {
    return TIME.format(instant);
  }

  /** Whether the directory is that job's; false, too, when it is gone or can't be read. */
  public static boolean isIn(ReportDir directory, String runId) {
    try {
      return directory
          .folder()
          .read(directory.runId())
          .filter(id -> new String(id, StandardCharsets.UTF_8).strip().equals(runId))
          .isPresent();
    } catch (UserError e) {
      return false;
    }
  }
}
