package chatload.capacity;

import chatload.evidence.EvidenceSeal;
import chatload.files.Folder;
import chatload.files.Json;
import chatload.files.JsonProblem;
import chatload.files.OutputFile;
import chatload.files.ReportDir;
import chatload.output.ReportWriter;
import chatload.records.PlanCheck;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.run.RunManifest;
import chatload.tool.UserError;
import chatload.words.Wording;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory with the runs of a search, each a report directory: {@code 01-5-users} and so on.
 * What is written beside them follows from {@code capacity-plan.json} and the runs, and from
 * nothing else, so that it can be written again.
 */
public final class CapacityDirectory {

  public static final String MARKDOWN = "CAPACITY.md";

  private static final String HTML = "CAPACITY.html";
  private static final String JSON = "capacity.json";
  private static final String PLAN = "capacity-plan.json";
  private static final Pattern RUN = Pattern.compile("(\\d{2,})-(\\d{1,6})-users");

  private final Folder folder;
  private final Plan plan;

  private CapacityDirectory(Folder folder, Plan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /**
   * What is looked for.
   *
   * @param schemaVersion version of this file's layout, 1
   * @param scenario whose limits count
   */
  private record Plan(int schemaVersion, String scenario, Effort effort) {
    Plan {
      if (schemaVersion != 1 || scenario == null || effort == null) {
        throw new IllegalArgumentException("it is no plan of a search that this version knows");
      }
    }
  }

  /** {@code capacity.json}. */
  private record Found(int schemaVersion, String scenario, Effort effort, Capacity capacity) {}

  /**
   * A new one.
   *
   * @throws UserError if something is there, or it can't be written
   */
  public static CapacityDirectory create(Path root, String scenario, Effort effort) {
    Folder folder = new Folder(root);
    if (!folder.list(root).isEmpty()) {
      throw UserError.input(
          root + " is not empty, and nothing is ever overwritten",
          "Give another directory with --report-dir.");
    }
    try {
      folder.makeDirectory(root);
    } catch (IOException e) {
      throw UserError.input("can't make " + root + ": " + e, "Check the directory.");
    }
    CapacityDirectory directory = new CapacityDirectory(folder, new Plan(1, scenario, effort));
    directory.json(PLAN, directory.plan);
    return directory;
  }

  /**
   * One that is there.
   *
   * @throws UserError if it is none
   */
  public static CapacityDirectory open(Path root) {
    Folder folder = new Folder(root);
    byte[] bytes =
        folder
            .read(root.resolve(PLAN))
            .orElseThrow(
                () ->
                    UserError.input(root + " holds no " + PLAN, "Give the directory of a search."));
    try {
      return new CapacityDirectory(folder, Json.MAPPER.readValue(bytes, Plan.class));
    } catch (IOException e) {
      throw UserError.input(
          root.resolve(PLAN) + " can't be used: " + JsonProblem.of(e),
          "Take the original, or search again.");
    }
  }

  public Path root() {
    return folder.root();
  }

  public String scenario() {
    return plan.scenario();
  }

  /** Where the run of that number goes. */
  public Path run(int number, int users) {
    return root().resolve(CapacityDocument.directory(number, users));
  }

  /** Those that are there, in their order. */
  public List<Path> runs() {
    return folder.list(root()).stream()
        .filter(path -> RUN.matcher(name(path)).matches())
        .sorted(Comparator.comparingInt(path -> part(path, 1)))
        .toList();
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static int part(Path run, int group) {
    Matcher name = RUN.matcher(name(run));
    return name.matches() ? Integer.parseInt(name.group(group)) : 0;
  }

  /** What a run says; one that is not what was to be run says nothing. */
  public Level level(Path run, int users, int chats) {
    return level(run, users, chats, new ArrayList<>());
  }

  /**
   * As above.
   *
   * @param before what was in force in the runs before; this one is added
   */
  Level level(Path run, int users, int chats, List<RunManifest> before) {
    ReportDir dir = new ReportDir(run);
    JobResult job = ReportWriter.read(dir);
    ScenarioResult result =
        job.scenarios().stream()
            .filter(one -> one.scenario().equals(plan.scenario()))
            .findFirst()
            .orElseThrow(
                () ->
                    UserError.input(run + " holds no run of " + plan.scenario(), "Search again."));
    boolean isAsked =
        part(run, 2) == users
            && EvidenceSeal.isSealed(dir)
            && job.changes().isEmpty()
            && job.conflicts().isEmpty()
            && result
                .manifest()
                .filter(one -> one.config().concurrency() == users)
                .filter(one -> one.config().requests() == chats)
                .filter(one -> before.stream().allMatch(other -> isOfOneSearch(one, other)))
                .isPresent();
    result.manifest().ifPresent(before::add);
    Level level = Level.of(users, chats, result);
    return isAsked ? level : level.unusable();
  }

  /** Two runs, not one and its copy, of the same service with the same limits. */
  private static boolean isOfOneSearch(RunManifest one, RunManifest other) {
    return !one.runId().equals(other.runId())
        && PlanCheck.unlike(List.of(one, other)).isEmpty()
        && one.thresholds().equals(other.thresholds())
        && one.config().timeoutMs() == other.config().timeoutMs()
        && Objects.equals(one.config().rampMs(), other.config().rampMs())
        && one.target().kind().equals(other.target().kind())
        && (one.target().isEmbedded() || one.config().url().equals(other.config().url()));
  }

  /** Writes what the runs say. */
  public Capacity write(Wording words) {
    Capacity capacity = read();
    json(JSON, new Found(1, plan.scenario(), plan.effort(), capacity));
    OutputFile.write(
        folder,
        root().resolve(MARKDOWN),
        CapacityDocument.markdown(capacity, plan.scenario(), words));
    OutputFile.write(
        folder, root().resolve(HTML), CapacityDocument.html(capacity, plan.scenario(), words));
    return capacity;
  }

  /** What the same search comes to with these runs; one that was broken off comes to nothing. */
  private Capacity read() {
    Iterator<Path> runs = runs().iterator();
    List<RunManifest> before = new ArrayList<>();
    return Search.run(
        plan.effort(),
        (users, chats) ->
            runs.hasNext()
                ? level(runs.next(), users, chats, before)
                : Level.missing(users, chats));
  }

  private void json(String name, Object content) {
    try {
      OutputFile.write(
          folder, root().resolve(name), Json.PRETTY.writeValueAsString(content) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
