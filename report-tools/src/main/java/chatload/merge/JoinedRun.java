package chatload.merge;

import chatload.records.Defect;
import chatload.records.RunEvidence;
import chatload.run.InForce;
import chatload.run.Millis;
import chatload.run.RunManifest;
import chatload.run.RunManifest.Calibration;
import chatload.run.RunManifest.Generator;
import chatload.run.Watched;
import chatload.run.Watched.Lateness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The manifest of a scenario whose parts are joined: from the earliest start to the latest end, on
 * the service's clock. What the generators saw of themselves is that of the worst of them, figure
 * by figure; nothing is averaged.
 */
final class JoinedRun {

  private static final int MOST_PROBLEMS = 20;

  private final List<PartRun> runs;
  private final List<RunManifest> manifests;
  private final RunManifest first;

  private JoinedRun(List<PartRun> runs, List<RunManifest> manifests) {
    this.runs = runs;
    this.manifests = manifests;
    this.first = manifests.get(0);
  }

  /**
   * Empty if no part says anything of it.
   *
   * @param chats what was joined of the chats
   */
  static Optional<RunManifest> of(List<PartRun> runs, JoinedChats chats) {
    List<RunManifest> manifests = runs.stream().flatMap(run -> run.manifest().stream()).toList();
    return manifests.isEmpty()
        ? Optional.empty()
        : Optional.of(new JoinedRun(runs, manifests).manifest(chats));
  }

  private RunManifest manifest(JoinedChats chats) {
    boolean completed =
        manifests.size() == runs.size()
            && manifests.stream().allMatch(run -> run.status() == RunManifest.Status.COMPLETED);
    RunManifest.Config config = first.config();
    return new RunManifest(
        first.schemaVersion(),
        first.runId(),
        first.scenario(),
        completed ? RunManifest.Status.COMPLETED : RunManifest.Status.ABORTED,
        startedAt(chats),
        finishedAt(),
        chats.span().map(Millis::rounded).orElse(0.0),
        new RunManifest.Config(
            config.url(),
            config.requests(),
            config.concurrency(),
            config.timeoutMs(),
            config.tenantId(),
            config.userId(),
            config.authMode(),
            config.threadPrefix(),
            config.message(),
            config.rampMs(),
            config.data(),
            config.cancel(),
            config.load(),
            null,
            config.isOpen() ? runs.size() : null),
        first.thresholds(),
        manifests.stream().allMatch(RunManifest::preset),
        target(),
        generator(),
        first.tool());
  }

  private String startedAt(JoinedChats chats) {
    return chats.start().map(JoinedRun::instant).orElse(first.startedAt());
  }

  private String finishedAt() {
    Optional<Double> last =
        runs.stream().flatMap(run -> run.end().stream()).max(Comparator.naturalOrder());
    return last.map(JoinedRun::instant).orElse(first.startedAt());
  }

  private static String instant(double millis) {
    return RunTime.text(Instant.ofEpochMilli(Math.round(millis)));
  }

  private RunManifest.Target target() {
    RunManifest.Target target = first.target();
    boolean embedded = manifests.stream().anyMatch(run -> run.target().isEmbedded());
    return new RunManifest.Target(
        embedded ? RunManifest.Target.EMBEDDED : RunManifest.Target.EXTERNAL,
        manifests.stream().allMatch(run -> run.target().tlsVerified()),
        target.http2(),
        target.fallbackReplies(),
        target.headers(),
        connection(),
        target.protocol());
  }

  private InForce connection() {
    List<InForce> all =
        manifests.stream().map(run -> run.target().connection()).filter(Objects::nonNull).toList();
    if (all.isEmpty()) {
      return null;
    }
    return new InForce(
        union(all, InForce::userAgent),
        union(all, InForce::acceptEncoding),
        union(all, InForce::contentEncodings),
        union(all, InForce::httpVersions),
        union(all, InForce::addressFamilies),
        union(all, InForce::tlsVersions),
        different(all, InForce::trusted),
        different(all, InForce::proxy),
        different(all, InForce::clientCertificate),
        null);
  }

  private static List<String> union(List<InForce> all, Function<InForce, List<String>> of) {
    TreeSet<String> values = new TreeSet<>();
    all.forEach(one -> values.addAll(of.apply(one) == null ? List.of() : of.apply(one)));
    return List.copyOf(values);
  }

  /** What all say, or each of it. */
  private static String different(List<InForce> all, Function<InForce, String> of) {
    List<String> values = all.stream().map(of).filter(Objects::nonNull).distinct().toList();
    return values.isEmpty() ? null : String.join("; ", values);
  }

  private Generator generator() {
    List<Generator> all =
        manifests.stream().map(RunManifest::generator).filter(Objects::nonNull).toList();
    boolean known = all.size() == runs.size();
    return new Generator(
        known ? calibration(all) : null,
        all.stream().mapToInt(Generator::processors).min().orElse(0),
        all.stream().mapToLong(Generator::maxHeapMb).min().orElse(0),
        problems(),
        known ? watch(all) : null);
  }

  private static Calibration calibration(List<Generator> all) {
    List<Calibration> each = all.stream().map(Generator::calibration).toList();
    if (each.contains(null)) {
      return null;
    }
    return new Calibration(
        (int) most(each, one -> (double) one.rounds()),
        (int) most(each, one -> (double) one.chats()),
        most(each, Calibration::durationMs),
        each.stream().mapToInt(Calibration::n).min().orElseThrow(),
        worst(each, Calibration::firstTokenErrorP95Ms),
        worst(each, Calibration::totalErrorP95Ms),
        each.stream().allMatch(Calibration::converged));
  }

  private static Watched watch(List<Generator> all) {
    List<Watched> each = all.stream().map(Generator::watch).toList();
    if (each.contains(null)) {
      return null;
    }
    return new Watched(
        most(each, Watched::durationMs),
        each.stream().mapToInt(Watched::eventLoops).min().orElseThrow(),
        lateness(each.stream().map(Watched::loopLag).toList()),
        lateness(each.stream().map(Watched::dispatchDelay).toList()),
        new Watched.Gc(
            (long) most(each, one -> (double) one.gc().pauses()),
            (long) most(each, one -> (double) one.gc().totalMs()),
            (long) most(each, one -> (double) one.gc().longestMs())),
        most(each, Watched::coresUsed),
        worst(each, Watched::machineLoad));
  }

  private static Lateness lateness(List<Lateness> each) {
    return new Lateness(
        each.stream().mapToLong(Lateness::n).max().orElseThrow(),
        worst(each, Lateness::p50Ms),
        worst(each, Lateness::p95Ms),
        worst(each, Lateness::p99Ms),
        worst(each, Lateness::maxMs));
  }

  private static <T> double most(List<T> each, Function<T, Double> figure) {
    return each.stream().map(figure).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Null as soon as one of them is not known. */
  private static <T> Double worst(List<T> each, Function<T, Double> figure) {
    return each.stream().map(figure).anyMatch(Objects::isNull) ? null : most(each, figure);
  }

  /** Whatever kept a part from being what it should be, with its number; the same words once. */
  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (PartRun run : runs) {
      Stream.concat(of(run), reported(run))
          .map(what -> run.part().name() + ": " + what)
          .forEach(problems::add);
    }
    return problems.stream().distinct().limit(MOST_PROBLEMS).toList();
  }

  private static Stream<String> of(PartRun run) {
    if (run.evidence().isEmpty()) {
      return Stream.of("left nothing of this scenario");
    }
    RunEvidence evidence = run.evidence().get();
    List<String> found = new ArrayList<>();
    for (Defect defect : evidence.defects()) {
      found.add(defect.kind() + " (" + defect.count() + ")");
    }
    evidence
        .manifest()
        .filter(one -> one.status() != RunManifest.Status.COMPLETED)
        .ifPresent(
            one ->
                found.add(
                    "its status is "
                        + one.status()
                        + ", and "
                        + evidence.chats().missingCount()
                        + " of its chats have no record"));
    return found.stream();
  }

  private static Stream<String> reported(PartRun run) {
    return run.manifest().map(RunManifest::generator).stream()
        .flatMap(generator -> generator.problems().stream());
  }
}
