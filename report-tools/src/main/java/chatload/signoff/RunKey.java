package chatload.signoff;

import chatload.evidence.EvidenceFiles;
import chatload.result.JobResult;
import chatload.run.RunManifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name under which documents and reviews of a job go: its run id where that is a plain name,
 * and otherwise one made from whatever ids there are. It can stand in Markdown, HTML and shell.
 */
public final class RunKey {

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._]*(-[A-Za-z0-9._]+)*");
  private static final int LONGEST = 64;

  private RunKey() {}

  public static String of(JobResult job) {
    return job.runId()
        .filter(RunKey::isPlain)
        .orElseGet(
            () -> {
              List<String> ids =
                  job.manifests().stream().map(RunManifest::runId).distinct().sorted().toList();
              return ids.isEmpty() ? "unknown" : "mixed-" + digest(String.join("\n", ids));
            });
  }

  /** Whether the job has one run id, and it is a plain name. */
  static boolean isSingle(JobResult job) {
    return job.runId().filter(RunKey::isPlain).isPresent();
  }

  /** The line by which our documents, and the comment on GitHub, are known again. */
  public static String marker(String key) {
    return "loadtest run " + key;
  }

  private static boolean isPlain(String id) {
    return id.length() <= LONGEST && PLAIN.matcher(id).matches();
  }

  private static String digest(String text) {
    return EvidenceFiles.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }
}
