package chatload.closure;

import chatload.files.ReportDir;
import chatload.result.JobResult;
import chatload.review.Review;
import chatload.review.ReviewEntry;
import chatload.review.ReviewState;
import chatload.signoff.ClosureCase;
import chatload.signoff.ClosureOptions;
import chatload.signoff.ClosureRecord;
import chatload.signoff.Place;
import chatload.signoff.Request;
import chatload.signoff.RunKey;
import chatload.tool.UserError;
import chatload.verification.Comparison;
import chatload.verification.Finding;
import chatload.verification.OverallResult;
import chatload.verification.ReportVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether review and closing documents are about this run and say what it gives. */
public final class ClosureVerifier {

  private static final Pattern OURS = Pattern.compile("ISSUE-.*");
  private static final Pattern OPTIONS = Pattern.compile("ISSUE-\\d+-CLOSURE\\.json");

  private final ReportDir dir;
  private final JobResult job;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> accounted = new TreeSet<>();

  private ClosureVerifier(ReportDir dir, JobResult job) {
    this.dir = dir;
    this.job = job;
  }

  /** Everything that is wrong with review and closing documents; nothing if there are none. */
  public static List<Finding> findings(ReportDir dir, JobResult job) {
    ClosureVerifier verifier = new ClosureVerifier(dir, job);
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
    return Request.evidence(dir.root().toAbsolutePath().normalize(), script);
  }

  private void documents(String name) {
    accounted.add(name);
    Optional<ClosureOptions> options = ClosureRecord.read(dir, dir.root().resolve(name));
    if (options.isEmpty()) {
      findings.add(new Finding(name, "can't be read as the options of closing documents"));
      return;
    }
    accounted.addAll(
        List.of(options.get().closure(), options.get().comment(), options.get().commands()));
    if (options.get().steps() != null) {
      accounted.add(options.get().steps());
    }
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
    ClosureCase closure = ClosureWriter.read(dir, job, options.get(), List.of());
    Map<String, String> expected = ClosureWriter.compose(closure);
    expected.forEach(
        (path, content) -> {
          if (Place.isInside(path)) {
            Comparison.of(dir.folder(), path, content).ifPresent(findings::add);
          }
        });
    if (Place.isInside(options.get().commands())
        && !options.get().evidence().equals(evidence(options.get().commands()))) {
      findings.add(new Finding(name, "lets the script check another directory than this one"));
    }
    Comparison.of(dir.folder(), name, ClosureWriter.json(options.get())).ifPresent(findings::add);
  }

  /** Their words are those of that version; they have to be about this run and its verdict. */
  private void documentsOfOtherVersion(ClosureOptions options) {
    for (String path :
        Stream.of(options.closure(), options.comment(), options.commands(), options.steps())
            .filter(Objects::nonNull)
            .filter(Place::isInside)
            .toList()) {
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
