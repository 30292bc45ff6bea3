package chatload.closure;

import chatload.files.ReportDir;
import chatload.result.JobResult;
import chatload.review.Review;
import chatload.review.ReviewEntry;
import chatload.review.ReviewState;
import chatload.signoff.ClosureOptions;
import chatload.signoff.ClosureRecord;
import chatload.signoff.ClosureRequest;
import chatload.signoff.Place;
import chatload.signoff.RunKey;
import chatload.tool.UserError;
import chatload.verification.Comparison;
import chatload.verification.Finding;
import chatload.verification.OverallResult;
import chatload.verification.ReportVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether review and closing documents are about this run and say what it gives. */
public final class ClosureVerifier {

  private static final Pattern OURS = Pattern.compile("ISSUE-.*");
  private static final Pattern OPTIONS = Pattern.compile("ISSUE-\\d+-CLOSURE\\.json");

  private final ReportDir dir;
  private final JobResult job;
  private final List<Finding> reported;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> accounted = new TreeSet<>();

  private ClosureVerifier(ReportDir dir, JobResult job, List<Finding> reported) {
    this.dir = dir;
    this.job = job;
    this.reported = List.copyOf(reported);
  }

  /** Everything that is wrong with a directory, its closing documents too. */
  public static List<Finding> all(ReportDir dir, JobResult job) {
    List<Finding> all = new ArrayList<>(ReportVerifier.findings(dir, job));
    all.addAll(findings(dir, job, all));
    return all;
  }

  /**
   * Everything that is wrong with review and closing documents; nothing if there are none.
   *
   * @param reported what is wrong with the rest of the directory, of which these documents may tell
   */
  public static List<Finding> findings(ReportDir dir, JobResult job, List<Finding> reported) {
    ClosureVerifier verifier = new ClosureVerifier(dir, job, reported);
    List<String> names = ReportVerifier.names(dir);
    if (verifier.reviewIsUsable()) {
      names.stream().filter(OPTIONS.asMatchPredicate()).forEach(verifier::documents);
      names.stream()
          .filter(OURS.asMatchPredicate())
          .filter(name -> !verifier.accounted.contains(name))
          .forEach(
              name ->
                  verifier.findings.add(
                      new Finding(name, "is stale or foreign: nothing here accounts for it")));
    }
    return verifier.findings;
  }

  private boolean reviewIsUsable() {
    ReviewState state;
    try {
      state = ReviewState.of(job, Review.read(dir, RunKey.of(job)));
    } catch (UserError e) {
      findings.add(new Finding("review.json", e.getMessage().replace(dir.review() + " ", "")));
      return false;
    }
    Set<String> traces =
        state.failures().stream()
            .map(judged -> judged.failure().traceId())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    for (ReviewEntry entry : state.entries()) {
      if (entry.traceId() != null && !traces.contains(entry.traceId())) {
        findings.add(
            new Finding(
                "review.json", "judges a chat that did not fail in this run: " + entry.traceId()));
      }
    }
    return true;
  }

  private String evidence(String script) {
    return ClosureRequest.evidence(dir.root().toAbsolutePath().normalize(), script);
  }

  private void documents(String name) {
    accounted.add(name);
    Optional<ClosureOptions> options = ClosureRecord.read(dir, dir.root().resolve(name));
    if (options.isEmpty()) {
      findings.add(new Finding(name, "can't be read as the options of closing documents"));
      return;
    }
    options.get().places().forEach(accounted::add);
    if (!options.get().runId().equals(RunKey.of(job))) {
      findings.add(
          new Finding(
              name, "is about run " + options.get().runId() + ", but this is " + RunKey.of(job)));
      return;
    }
    if (job.otherVersion().isPresent()) {
      documentsOfOtherVersion(options.get());
      return;
    }
    if (!name.equals(ClosureOptions.fileName(options.get().issue()))) {
      findings.add(new Finding(name, "is about issue " + options.get().issue()));
    }
    findings.addAll(differences(options.get()));
    if (Place.isInside(options.get().commands())
        && !options.get().evidence().equals(evidence(options.get().commands()))) {
      findings.add(new Finding(name, "lets the script check another directory than this one"));
    }
    Comparison.of(dir.folder(), name, ClosureWriter.json(options.get())).ifPresent(findings::add);
  }

  /**
   * What is wrong with the directory was so already when they were written, or came later; a
   * document that tells neither is wrong itself. With anything wrong nothing is closed either way.
   */
  private List<Finding> differences(ClosureOptions options) {
    List<Finding> ifWrongThen = differences(options, reported);
    return reported.isEmpty() || ifWrongThen.isEmpty()
        ? ifWrongThen
        : differences(options, List.of());
  }

  private List<Finding> differences(ClosureOptions options, List<Finding> found) {
    return ClosureWriter.compose(ClosureWriter.read(dir, job, options, found)).entrySet().stream()
        .filter(document -> Place.isInside(document.getKey()))
        .flatMap(
            document ->
                Comparison.of(dir.folder(), document.getKey(), document.getValue()).stream())
        .toList();
  }

  /** Their words are those of that version; they have to be about this run and its verdict. */
  private void documentsOfOtherVersion(ClosureOptions options) {
    for (String path : options.places().filter(Place::isInside).toList()) {
      Optional<byte[]> found = dir.folder().read(dir.root().resolve(path));
      if (found.isEmpty()) {
        findings.add(new Finding(path, "is missing"));
      } else if (!ClosureWriter.isAbout(found.get(), RunKey.of(job))) {
        findings.add(new Finding(path, "is not about run " + RunKey.of(job)));
      } else if (path.equals(options.closure()) || path.equals(options.comment())) {
        OverallResult.finding(path, found.get(), job.status()).ifPresent(findings::add);
      }
    }
  }
}
