package chatload.cli;

import chatload.capacity.Capacity;
import chatload.capacity.CapacityDirectory;
import chatload.capacity.CapacityDocument;
import chatload.capacity.Effort;
import chatload.capacity.Level;
import chatload.capacity.Search;
import chatload.cli.option.SettingOptions;
import chatload.console.CommandContext;
import chatload.run.Injector;
import chatload.run.Scenario;
import chatload.settings.Setting;
import chatload.settings.Settings;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import chatload.words.Wording;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code loadtest capacity}: runs jobs with more and fewer users until the most are known. */
@Command(
    name = "capacity",
    description = {
      "Finds how many users at once a service bears within the limits of a scenario.",
      "It doubles the users until a limit breaks, halves the gap, and looks once more for longer."
          + " The scenario is the last of --profiles. Exit code 0: a number is proven; 4: not even"
          + " --from is borne; 5: nothing is proven."
    },
    mixinStandardHelpOptions = true)
final class CapacityCommand implements Callable<Integer> {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "USERS",
      defaultValue = "5",
      description = "Fewest users at once (default: ${DEFAULT-VALUE}).")
  private int from;

  @Option(
      names = "--to",
      paramLabel = "USERS",
      defaultValue = "400",
      description = "Most users at once (default: ${DEFAULT-VALUE}).")
  private int to;

  @Option(names = "--skip-preflight", description = "Send load without looking first.")
  private boolean skipPreflight;

  @Option(
      names = "--again",
      description = "Send nothing: say again what the runs in --report-dir say.")
  private boolean again;

  CapacityCommand(CommandContext context) {
    this.context = context;
  }

  /** A run that could not be made; what was wrong has been said. */
  private static final class NoRun extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;

    NoRun(int code) {
      this.code = code;
    }
  }

  @Override
  public Integer call() throws Exception {
    Map<Setting, String> flags = SettingOptions.given(spec);
    Settings settings = SettingOptions.settings(context, flags);
    Wording words = new Wording(settings.language());
    if (!settings.injector().equals(Injector.ALONE)) {
      throw UserError.usage(
          "--part and --start-at are for ./loadtest scenarios",
          "Search from one machine, or run scenarios in parts at each level.");
    }
    if (again) {
      return conclude(CapacityDirectory.open(given(settings)), words);
    }
    List<Scenario> scenarios = settings.scenarios();
    Scenario scenario = scenarios.get(scenarios.size() - 1);
    Effort effort = Effort.of(from, to, scenario.thresholds());
    CapacityDirectory directory =
        CapacityDirectory.create(
            settings.reportDir().orElseGet(this::usual), scenario.name(), effort);
    tellCost(scenario, effort);
    try {
      Search.run(effort, (users, chats) -> level(directory, flags, users, chats));
    } catch (NoRun e) {
      return e.code;
    }
    return conclude(directory, words);
  }

  private static Path given(Settings settings) {
    return settings
        .reportDir()
        .orElseThrow(
            () -> UserError.usage("--again without --report-dir", "Say where the runs are."));
  }

  private Path usual() {
    return Path.of("artifacts", "capacity-" + STAMP.format(context.clock().instant()));
  }

  private void tellCost(Scenario scenario, Effort effort) {
    context
        .err()
        .println(
            "Capacity within the limits of "
                + scenario.name()
                + ": from "
                + from
                + " to "
                + to
                + " users, at least "
                + effort.chats(from)
                + " chats a run; about "
                + effort.usualChats()
                + " chats in all, and never more than "
                + effort.mostChats()
                + " in "
                + effort.mostRuns()
                + " runs.");
  }

  private Level level(CapacityDirectory directory, Map<Setting, String> flags, int users, int chats)
      throws NoRun {
    int number = directory.runs().size() + 1;
    Path run = directory.run(number, users);
    context.err().println("== run " + number + ": " + users + " users, " + chats + " chats");
    int code =
        Loadtest.run(
            context, arguments(directory.scenario(), flags, users, chats, run, number == 1));
    if (code != ExitCode.PASS.code()
        && code != ExitCode.FAIL.code()
        && code != ExitCode.INCONCLUSIVE.code()) {
      throw new NoRun(code);
    }
    return directory.level(run, users, chats);
  }

  private String[] arguments(
      String scenario,
      Map<Setting, String> flags,
      int users,
      int chats,
      Path run,
      boolean isFirst) {
    List<String> words = new ArrayList<>(List.of("scenarios"));
    flags.forEach(
        (setting, value) -> {
          if (setting.kind() == Setting.Kind.FLAG) {
            words.add(setting.flag() + "=" + value);
          } else if (setting != Setting.PROFILES
              && setting != Setting.REPORT_DIR
              && setting != Setting.SET) {
            words.addAll(List.of(setting.flag(), value));
          }
        });
    String size = scenario + ".concurrency=" + users + "," + scenario + ".requests=" + chats;
    String set = given(flags, Setting.SET).map(more -> more + "," + size).orElse(size);
    words.addAll(
        List.of(
            Setting.SET.flag(),
            set,
            Setting.PROFILES.flag(),
            scenario,
            Setting.REPORT_DIR.flag(),
            run.toString()));
    if (skipPreflight || !isFirst) {
      words.add("--skip-preflight");
    }
    return words.toArray(String[]::new);
  }

  private Optional<String> given(Map<Setting, String> flags, Setting setting) {
    return Optional.ofNullable(flags.get(setting))
        .or(() -> Optional.ofNullable(context.properties().getProperty(setting.property())))
        .or(() -> Optional.ofNullable(context.environment().get(setting.variable())))
        .filter(value -> !value.isBlank());
  }

  /** By the runs in the directory alone. */
  private int conclude(CapacityDirectory directory, Wording words) {
    Capacity capacity = directory.write(words);
    CapacityDocument.sentences(capacity, Wording.ENGLISH).forEach(context.out()::println);
    context.out().println("Capacity: " + directory.root().resolve(CapacityDirectory.MARKDOWN));
    return capacity.exitCode().code();
  }
}
