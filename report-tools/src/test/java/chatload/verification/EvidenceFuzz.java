package chatload.verification;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.fixture.JobFixture;
import chatload.fixture.ReportCopy;
import chatload.review.ReviewEntry;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One file of a job that passes holds any bytes instead. The first byte says which one, and whether
 * the evidence was sealed before; the next two say, unless they are zero, from where on the bytes
 * replace the file's own, so that small inputs reach deep. All commands must cope, and PASS is left
 * only where it is still true.
 */
public final class EvidenceFuzz {

  private static final List<String> FILES =
      List.of(
          "raw/smoke-run.json",
          "raw/smoke-chats.jsonl",
          "preflight.json",
          "review.json",
          "raw/run-id",
          "raw/rerun-of",
          "ISSUE-26-CLOSURE.json",
          "gatling/othersimulation-1/simulation.log",
          "gatling/othersimulation-1/js/stats.json",
          "smoke-summary.json",
          "manifest.json");

  private static final Map<String, byte[]> SEALED = job(true);
  private static final Map<String, byte[]> UNSEALED = job(false);

  private EvidenceFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length < 3) {
      return;
    }
    boolean sealed = (input[0] & 1) == 1;
    String name = FILES.get((input[0] >> 1 & 0x7f) % FILES.size());
    Map<String, byte[]> files = new TreeMap<>(sealed ? SEALED : UNSEALED);
    byte[] before = files.getOrDefault(name, new byte[0]);
    byte[] after = patched(before, (input[1] & 0xff) << 8 | input[2] & 0xff, input);
    files.put(name, after);

    try (ReportCopy copy = ReportCopy.of(files)) {
      int verdict = copy.run("report");
      copy.run("review");
      int prepared = copy.run("finalize", "--repo", "octo/chat");
      copy.run("verify");
      if (verdict == 0) {
        assertThat(sealed && isEvidence(name) && !Arrays.equals(before, after))
            .as("PASS on evidence that was changed after it was sealed")
            .isFalse();
        Recount.requirePass(copy.dir());
      }
      if (prepared == 0 && copy.read("ISSUE-26-CLOSE-COMMANDS.sh").contains("issue close")) {
        assertThat(verdict).as("closing without a PASS").isZero();
        assertThat(copy.read("ISSUE-26-CLOSURE.md")).as("an open box").doesNotContain("\n- [ ] ");
      }
    }
  }

  private static boolean isEvidence(String name) {
    return name.startsWith("raw/") || name.equals("preflight.json") || name.endsWith(".log");
  }

  private static byte[] patched(byte[] file, int at, byte[] input) {
    byte[] bytes = Arrays.copyOfRange(input, 3, input.length);
    if (at == 0 || at >= file.length) {
      return bytes;
    }
    byte[] patched = Arrays.copyOf(file, Math.max(file.length, at + bytes.length));
    System.arraycopy(bytes, 0, patched, at, bytes.length);
    return patched;
  }

  private static Map<String, byte[]> job(boolean sealed) {
    try {
      Path root = Files.createTempDirectory("fuzz-job");
      JobFixture job =
          new JobFixture()
              .failing("stress", 7, Outcome.FALLBACK_REPLY, Cause.MODEL, "the reply is canned")
              .said(
                  ReviewEntry.ofOutcome(
                      JobFixture.AT, "Li Lei", Outcome.FALLBACK_REPLY, Cause.MODEL, "quota"))
              .tuned();
      (sealed ? job : job.unsealed()).in(root);
      Map<String, byte[]> files = ReportCopy.files(root);
      if (!sealed) {
        files.keySet().removeIf(name -> name.startsWith("OVERVIEW") || name.contains("-report"));
        files.keySet().removeIf(name -> name.endsWith("-summary.json"));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
