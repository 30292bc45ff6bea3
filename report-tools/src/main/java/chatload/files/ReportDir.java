package chatload.files;

import java.nio.file.Path;

/** Where things stand inside a report directory. */
public record ReportDir(Path root) {

  /** The only way in: every file of a report directory is read and written through this. */
  public Folder folder() {
    return new Folder(root);
  }

  public Path raw() {
    return root.resolve("raw");
  }

  /** One line per chat. */
  public Path chats(String scenario) {
    return raw().resolve(scenario + "-chats.jsonl");
  }

  /** What was in force during the run. */
  public Path manifest(String scenario) {
    return raw().resolve(scenario + "-run.json");
  }

  /** What was planned, see {@link JobPlan}; written before anything is sent. */
  public Path job() {
    return raw().resolve("job.json");
  }

  /** The id that ties the runs of one job together. */
  public Path runId() {
    return raw().resolve("run-id");
  }

  /** Locked by whoever writes here, see {@link ReportDirLock}; empty. */
  public Path lock() {
    return root.resolve(".lock");
  }

  /** Where Gatling writes one folder per run. */
  public Path gatling() {
    return root.resolve("gatling");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path preflight() {
    return root.resolve("preflight.json");
  }

  public Path summary(String scenario) {
    return root.resolve(scenario + "-summary.json");
  }

  public Path report(String scenario) {
    return root.resolve(scenario + "-report.md");
  }

  public Path overview() {
    return root.resolve("OVERVIEW.md");
  }

  /** SHA-256 of every file of the evidence, as it was when the run ended. */
  public Path evidence() {
    return root.resolve("manifest.json");
  }

  /** What people judged; only after {@code ./loadtest review}. */
  public Path review() {
    return root.resolve("review.json");
  }

  /** The overview with charts, for a browser. */
  public Path overviewHtml() {
    return root.resolve("OVERVIEW.html");
  }

  /** Name of the directory beside this one that this run repeats; only after {@code --rerun}. */
  public Path rerunOf() {
    return raw().resolve("rerun-of");
  }

  /** What the embedded chat service knows of the chats; only when it was the target. */
  public Path targetJournal() {
    return raw().resolve("target-journal.jsonl");
  }
}
