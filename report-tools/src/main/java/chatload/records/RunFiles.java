package chatload.records;

import chatload.files.Json;
import chatload.files.JsonProblem;
import chatload.files.Lines;
import chatload.files.ReportDir;
import chatload.records.Defect.Kind;
import chatload.run.LoadPlan;
import chatload.run.Part;
import chatload.run.RunManifest;
import chatload.tool.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code raw/<scenario>-run.json} and streams {@code raw/<scenario>-chats.jsonl}. What is
 * wrong in them is a {@link Defect}; only a file that can't be opened at all is an error.
 */
public final class RunFiles {

  /** More planned chats than this are taken for a damaged manifest. */
  static final int MOST_REQUESTS = 10_000_000;

  private static final Pattern OF_A_RUN = Pattern.compile("([^.].*)-(run\\.json|chats\\.jsonl)");

  private RunFiles() {}

  /**
   * The evidence of one run; empty when the directory has neither of its two files.
   *
   * @throws UserError when a file is there and can't be read
   */
  public static Optional<RunEvidence> read(ReportDir dir, String scenario) {
    boolean hasManifest = dir.folder().has(dir.manifest(scenario));
    boolean hasRecords = dir.folder().has(dir.chats(scenario));
    if (!hasManifest && !hasRecords) {
      return Optional.empty();
    }
    if (!hasManifest) {
      return Optional.of(unusable(scenario, Defect.of(Kind.NO_MANIFEST)));
    }
    RunManifest manifest;
    try {
      manifest = parseManifest(dir.folder().read(dir.manifest(scenario)).orElseThrow(), scenario);
    } catch (UnusableManifest e) {
      Defect defect = new Defect(Kind.UNUSABLE_MANIFEST, 1, 0, e.getMessage());
      return Optional.of(unusable(scenario, defect));
    }
    ChatTally tally = new ChatTally(manifest);
    List<Defect> defects = new ArrayList<>();
    if (hasRecords) {
      stream(dir, dir.chats(scenario), tally);
    } else {
      defects.add(Defect.of(Kind.NO_RECORDS));
    }
    defects.addAll(tally.defects());
    return Optional.of(
        new RunEvidence(scenario, Optional.of(manifest), tally.chats(dir, scenario), defects));
  }

  /** Names of all scenarios that left a file of a run, sorted, whoever they are. */
  public static List<String> scenarios(ReportDir dir) {
    return dir.folder().list(dir.raw()).stream()
        .map(file -> OF_A_RUN.matcher(file.getFileName().toString()))
        .filter(Matcher::matches)
        .map(name -> name.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  /** The manifest alone; empty if there is none, or none that can be used. */
  static Optional<RunManifest> manifest(ReportDir dir, String scenario) {
    Optional<byte[]> bytes = dir.folder().read(dir.manifest(scenario));
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parseManifest(bytes.get(), scenario));
    } catch (UnusableManifest e) {
      return Optional.empty();
    }
  }

  private static RunEvidence unusable(String scenario, Defect defect) {
    return new RunEvidence(scenario, Optional.empty(), RecordedChats.none(), List.of(defect));
  }

  private static RunManifest parseManifest(byte[] bytes, String scenario) throws UnusableManifest {
    RunManifest manifest;
    try {
      manifest = Json.MAPPER.readValue(bytes, RunManifest.class);
    } catch (IOException e) {
      throw new UnusableManifest(JsonProblem.of(e));
    }
    if (manifest == null) {
      throw new UnusableManifest("it holds nothing");
    }
    if (!manifest.scenario().equals(scenario)) {
      throw new UnusableManifest("it is about the scenario " + manifest.scenario());
    }
    int requests = manifest.config().requests();
    if (requests < 1 || requests > MOST_REQUESTS) {
      throw new UnusableManifest("config.requests is " + requests);
    }
    int users = manifest.config().concurrency();
    if (users < 1 || users > requests) {
      throw new UnusableManifest("config.concurrency is " + users);
    }
    LoadPlan load = manifest.config().load();
    if (load != null && (users != requests || load.micros().length != requests)) {
      throw new UnusableManifest("config.load has other chats than config.requests");
    }
    Integer joined = manifest.config().joined();
    if (joined != null && (joined < 1 || joined > Part.MOST)) {
      throw new UnusableManifest("config.joined is " + joined);
    }
    if (manifest.config().url() == null || manifest.config().timeoutMs() < 1) {
      throw new UnusableManifest("config has no url or no timeoutMs");
    }
    return manifest;
  }

  private static void stream(ReportDir dir, Path file, ChatTally tally) {
    try (InputStream in = dir.folder().stream(file)) {
      Lines.read(in, tally);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UserError unreadable(Path file, IOException e) {
    UserError error =
        UserError.input(
            file + " can't be read: " + e.getClass().getSimpleName(),
            "Check that it is a file and that you may read it.");
    error.initCause(e);
    return error;
  }

  private static final class UnusableManifest extends Exception {
    private static final long serialVersionUID = 1;

    UnusableManifest(String message) {
      super(message);
    }
  }
}
