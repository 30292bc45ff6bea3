package chatload.cli.evidence;

import chatload.cli.option.NewFiles;
import chatload.cli.option.SettingOptions;
import chatload.compare.Comparison;
import chatload.compare.Side;
import chatload.compare.Tolerated;
import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.tool.UserError;
import chatload.words.Language;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loadtest compare}. */
@Command(
    name = "compare",
    description = {
      "Says whether a new run is proven to be no worse than an old one.",
      "NOT_WORSE: exit code 0; WORSE: 4; neither is proven: 5. Both must have been run with the same"
          + " load, limits, protocol, data and generator: what differs is listed, exit code 2."
    },
    mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "OLD", description = "Report directory of the old run.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "Report directory of the new run.")
  private Path after;

  @Option(
      names = "--tolerate",
      paramLabel = "N%%",
      defaultValue = "10%",
      description = "By how much medians and P95s may be longer (default: 10%%).")
  private String tolerate;

  @Option(
      names = "--tolerate-failures",
      paramLabel = "N%%",
      defaultValue = "1%",
      description = "By how much of all chats more may fail (default: 1%%).")
  private String tolerateFailures;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of what is drawn; the same one gives the same answer (default: 1).")
  private long seed;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      description =
          "Where to write compare.md, compare.html and compare.json, none of which may be there.")
  private Path reportDir;

  @Spec private CommandSpec spec;

  public CompareCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Tolerated tolerated =
        new Tolerated(
            percent("--tolerate", tolerate), percent("--tolerate-failures", tolerateFailures));
    Language language = SettingOptions.language(context, spec).orElse(Language.EN);
    Optional<NewFiles> files =
        Optional.ofNullable(reportDir).map(dir -> NewFiles.in(dir, Baseline.FILES));
    Comparison comparison =
        Comparison.of(
            Side.read(new ReportDir(before)), Side.read(new ReportDir(after)), tolerated, seed);
    return Baseline.tell(context, comparison, language, files).code();
  }

  private static BigDecimal percent(String option, String text) {
    if (text.matches("[0-9]{1,2}([.][0-9]{1,4})?%")) {
      return new BigDecimal(text.substring(0, text.length() - 1)).divide(HUNDRED);
    }
    throw UserError.usage(
        option + " is no percentage below 100%: " + text, "Write it like " + option + " 10%.");
  }
}
