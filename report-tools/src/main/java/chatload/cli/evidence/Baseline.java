package chatload.cli.evidence;

import chatload.cli.option.NewFiles;
import chatload.compare.ComparePages;
import chatload.compare.Comparison;
import chatload.compare.Side;
import chatload.compare.Tolerated;
import chatload.console.CommandContext;
import chatload.files.Json;
import chatload.files.OutputFile;
import chatload.files.ReportDir;
import chatload.run.LoadPlan;
import chatload.run.PlannedScenario;
import chatload.run.RunManifest;
import chatload.run.Scenario;
import chatload.text.VisibleText;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import chatload.words.Language;
import chatload.words.Wording;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An old run that a new one is compared with as soon as it is over. */
public final class Baseline {

  /** What a comparison writes. */
  static final String[] FILES = {"compare.md", "compare.html", "compare.json"};

  private static final long SEED = 1;

  private final Side side;

  private Baseline(Side side) {
    this.side = side;
  }

  /**
   * Reads it before anything is sent.
   *
   * @param planned what is to be compared with it
   * @throws UserError if it is no run of these scenarios
   */
  public static Baseline read(Path directory, List<Scenario> planned) {
    Side side = Side.read(new ReportDir(directory));
    List<String> before = side.job().manifests().stream().map(Baseline::load).sorted().toList();
    List<String> after =
        planned.stream().map(PlannedScenario::of).map(Baseline::load).sorted().toList();
    if (!before.equals(after)) {
      throw UserError.usage(
          "--baseline "
              + directory
              + " is of another load, so nothing could be compared:\n  old: "
              + VisibleText.of(String.join("; ", before), 500)
              + "\n  new: "
              + String.join("; ", after),
          "Name a run with the same scenarios, sizes and limits, or run these against the old"
              + " release.");
    }
    return new Baseline(side);
  }

  private static String load(RunManifest run) {
    RunManifest.Config config = run.config();
    return load(
            run.scenario(),
            config.requests(),
            config.concurrency(),
            config.timeoutMs(),
            config.load())
        + run.thresholds().fields(limit -> limit);
  }

  private static String load(PlannedScenario one) {
    return load(one.name(), one.requests(), one.concurrency(), one.timeoutMs(), one.load())
        + one.thresholds().fields(limit -> limit);
  }

  private static String load(String name, int chats, int users, long timeoutMs, LoadPlan load) {
    return name
        + " with "
        + chats
        + " chats"
        + (load == null ? ", " + users + " users" : ", " + load.shape())
        + ", timeoutMs "
        + timeoutMs
        + ", limits ";
  }

  /**
   * Compares with a run that has just been reported on, and says what came of it.
   *
   * @param verdict the exit code of the run alone
   * @return that one unless it is PASS; then what the comparison came to
   */
  public int conclude(CommandContext context, ReportDir directory, Language language, int verdict) {
    ExitCode code = ExitCode.INCONCLUSIVE;
    try {
      Comparison comparison = Comparison.of(side, Side.read(directory), Tolerated.USUAL, SEED);
      code = tell(context, comparison, language, Optional.of(NewFiles.in(directory.root(), FILES)));
    } catch (UserError e) { // they are not alike, which only now can be seen
      context.err().println(e.getMessage());
    }
    return verdict == ExitCode.PASS.code() ? code.code() : verdict;
  }

  static ExitCode tell(
      CommandContext context, Comparison comparison, Language language, Optional<NewFiles> files) {
    ComparePages pages = new ComparePages(comparison, new Wording(language));
    pages.lines().forEach(context.out()::println);
    files.ifPresent(
        into -> {
          Map<String, OutputFile.Content> contents = new LinkedHashMap<>();
          contents.put(FILES[0], out -> out.write(pages.markdown()));
          contents.put(FILES[1], out -> out.write(pages.html()));
          contents.put(
              FILES[2],
              out -> {
                Json.PRETTY.writeValue(out, comparison);
                out.write('\n');
              });
          into.write(contents);
          context.out().println("Comparison: " + into.directory().resolve(FILES[0]));
        });
    return comparison.judgement().exitCode();
  }
}
