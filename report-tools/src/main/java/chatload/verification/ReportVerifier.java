package chatload.verification;

import chatload.evidence.Change;
import chatload.evidence.EvidenceSeal;
import chatload.files.OutputFile;
import chatload.files.OutputFile.Content;
import chatload.files.ReportDir;
import chatload.output.ReportOutputs;
import chatload.output.ReportWriter;
import chatload.preflight.PreflightFile;
import chatload.result.JobResult;
import chatload.verdict.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a report directory is what it claims to be: the evidence as it was sealed, of one
 * run, and every summary and document what that evidence gives, byte by byte.
 */
public final class ReportVerifier {

  /** Reasons that say of evidence not that some is absent, but that it contradicts itself. */
  private static final Set<Reason.Kind> INCONSISTENT =
      EnumSet.of(
          Reason.Kind.UNUSABLE_MANIFEST,
          Reason.Kind.UNREADABLE_LINES,
          Reason.Kind.OTHER_RUN,
          Reason.Kind.IDS_OUT_OF_RANGE,
          Reason.Kind.DUPLICATE_IDS,
          Reason.Kind.CONTRADICTIONS,
          Reason.Kind.PLAN_DIFFERS);

  private final ReportDir dir;
  private final JobResult job;

  /** Every document by its path. */
  private final Map<String, Content> expected;

  private final Set<Finding> findings = new LinkedHashSet<>();

  private ReportVerifier(ReportDir dir, JobResult job) {
    this.dir = dir;
    this.job = job;
    this.expected = ReportWriter.compose(dir, job);
  }

  /**
   * Everything that is wrong, without closing documents and review.
   *
   * @param job from {@link ReportWriter#read} on the same directory
   */
  public static List<Finding> findings(ReportDir dir, JobResult job) {
    ReportVerifier verifier = new ReportVerifier(dir, job);
    verifier.evidence();
    verifier.identity();
    verifier.consistency();
    verifier.documents();
    return List.copyOf(verifier.findings);
  }

  private void evidence() {
    if (!EvidenceSeal.isSealed(dir)) {
      add(dir.evidence(), "is missing, so nobody can say that the evidence is that of the run");
    }
    for (Change change : job.changes()) {
      findings.add(new Finding(change.path(), change.kind().meaning()));
    }
  }

  private void identity() {
    Optional<String> runId = job.runId();
    Optional<byte[]> written = dir.folder().read(dir.runId());
    if (written.isPresent()) {
      String claimed = new String(written.get(), StandardCharsets.UTF_8).strip();
      if (runId.isPresent() && !runId.get().equals(claimed)) {
        add(dir.runId(), "says " + claimed + ", but the runs are " + runId.get());
      }
    }
    if (job.expected().plan().isPresent()) {
      return; // then a preflight of something else is a conflict already
    }
    PreflightFile.read(dir.preflight())
        .report()
        .ifPresent(
            report -> {
              if (job.manifests().stream()
                  .anyMatch(run -> !run.config().url().equals(report.url()))) {
                add(dir.preflight(), "is about another target than the runs: " + report.url());
              }
            });
  }

  private void consistency() {
    for (Reason conflict : job.conflicts()) {
      if (conflict.kind() != Reason.Kind.EVIDENCE_CHANGED) {
        add(dir.raw(), conflict.sentence());
      }
    }
    job.scenarios()
        .forEach(
            result ->
                result.verdict().reasons().stream()
                    .filter(reason -> INCONSISTENT.contains(reason.kind()))
                    .forEach(reason -> add(dir.chats(result.scenario()), reason.sentence())));
  }

  private void documents() {
    if (job.otherVersion().isPresent()) {
      expected.forEach(this::documentOfOtherVersion);
    } else {
      expected.forEach(
          (name, content) -> Comparison.of(dir.folder(), name, content).ifPresent(findings::add));
    }
    for (String name : names(dir)) {
      if (ReportOutputs.isOurs(name) && !expected.containsKey(name)) {
        findings.add(new Finding(name, "is stale or foreign: this run has no such document"));
      }
    }
  }

  /** Its figures and its verdict have to be right; its words are those of that version. */
  private void documentOfOtherVersion(String name, Content content) {
    boolean isOfItsTime =
        ReportOutputs.named(name).orElseThrow().isOf(job.otherVersion().orElseThrow());
    if (!dir.folder().has(dir.root().resolve(name))) {
      if (isOfItsTime) {
        findings.add(new Finding(name, "is missing"));
      }
      return;
    }
    if (!isOfItsTime) {
      Comparison.of(dir.folder(), name, content).ifPresent(findings::add);
      return;
    }
    if (name.endsWith("-summary.json")) {
      findings.addAll(FigureComparison.ofSummary(name, found(name), OutputFile.text(content)));
    } else if (name.endsWith(".json")) {
      findings.addAll(FigureComparison.of(name, found(name), OutputFile.text(content)));
    } else if (name.equals(dir.overview().getFileName().toString())) {
      OverallResult.finding(name, found(name), job.status()).ifPresent(findings::add);
    }
  }

  private byte[] found(String name) {
    return dir.folder().read(dir.root().resolve(name)).orElseThrow();
  }

  private void add(Path file, String what) {
    findings.add(new Finding(dir.root().relativize(file).toString().replace('\\', '/'), what));
  }

  /** Names of what stands directly in a directory, sorted. */
  public static List<String> names(ReportDir dir) {
    return dir.folder().list(dir.root()).stream()
        .map(entry -> entry.getFileName().toString())
        .toList();
  }
}
