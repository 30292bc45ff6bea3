package chatload.cli;

import chatload.cli.option.SettingOptions;
import chatload.confidence.Power;
import chatload.console.CommandContext;
import chatload.conversation.Conversations;
import chatload.conversation.Turn;
import chatload.metric.Check;
import chatload.metric.Metric;
import chatload.metric.Rounding;
import chatload.run.LongestTime;
import chatload.run.PlannedScenario;
import chatload.run.Scenario;
import chatload.run.Schedule;
import chatload.settings.Setting;
import chatload.settings.Settings;
import chatload.template.GateTemplate;
import chatload.tool.ExitCode;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loadtest plan}. */
@Command(
    name = "plan",
    description = {
      "Says what a job would cost and what it could prove; it sends nothing.",
      "It takes the settings of scenarios: chats, time, what is sent, and for each limit how many"
          + " chats may miss it, and how many prove or disprove it."
    },
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  PlanCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Map<Setting, String> flags = SettingOptions.given(spec);
    Settings settings = SettingOptions.settings(context, flags);
    int chats = 0;
    Duration usual = Duration.ZERO;
    for (Scenario scenario : settings.scenarios()) {
      tell(scenario, settings);
      chats += scenario.requests();
      usual = usual.plus(scenario.expectedDuration());
    }
    say(
        "In all: %d chats, about %s of load at the limits. Nothing was sent."
            .formatted(chats, time(usual)));
    return ExitCode.PASS.code();
  }

  private void tell(Scenario scenario, Settings settings) {
    say(scenario.name() + ": " + GateTemplate.fields(PlannedScenario.of(scenario)));
    say("  chats: " + scenario.requests() + ", at most " + scenario.mostInFlight() + " at once");
    say(
        "  time: about %s if every chat takes as long as its limit allows, at most %s"
            .formatted(
                time(scenario.expectedDuration()),
                time(LongestTime.ofTheRun(scenario, settings.longestThink()))));
    say(
        ("  sent: %d characters of messages, without histories; a model may count a token for every"
                + " 4 of English, and for each of Chinese. What replies cost nobody knows before.")
            .formatted(characters(scenario, settings)));
    scenario.thresholds().limits().forEach((metric, limit) -> tell(metric, limit, scenario));
  }

  private static long characters(Scenario scenario, Settings settings) {
    if (settings.data().isEmpty()) {
      return (long) scenario.requests() * settings.message().length();
    }
    Conversations data = settings.data().get();
    Schedule schedule =
        Schedule.of(data.used(), scenario.name(), scenario.requests(), scenario.concurrency());
    long sum = 0;
    for (int id = 1; id <= scenario.requests(); id++) {
      Turn turn = data.turn(schedule.conversation(id), schedule.turn(id));
      sum += turn.message().length();
    }
    return sum;
  }

  private void tell(Metric metric, Double limit, Scenario scenario) {
    BigDecimal exact = Rounding.plain(limit);
    String name = Wording.ENGLISH.say(metric);
    String bound = new Check(metric, exact, null, 0, false).limitWithUnit();
    if (!metric.how().isOfShare()) {
      say("  %s, limit %s: of a mean nothing exact can be said".formatted(name, bound));
      return;
    }
    Power power = Power.of(metric, exact, scenario.requests());
    say(
        "  %s, limit %s: met if at most %d of %d chats miss it"
            .formatted(name, bound, power.allowed(), power.chats()));
    say("    " + proof(power));
    say(
        "    a service of which %s of all chats miss it would still pass with %s"
            .formatted(percent(power.worseShare()), percent(power.worsePasses())));
  }

  private static String proof(Power power) {
    String kept =
        power.provenUpTo().isPresent()
            ? "proven at 95% if at most " + power.provenUpTo().getAsInt() + " miss it"
            : power.leastToProve().isPresent()
                ? "so few chats can't prove it; "
                    + power.leastToProve().getAsInt()
                    + " can, if none misses it"
                : "no number of chats can prove it, since none may miss it";
    return power.disprovenFrom().isPresent()
        ? kept + "; disproven from " + power.disprovenFrom().getAsInt() + " on"
        : kept + "; so few can't disprove it";
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share * 100).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  private static String time(Duration time) {
    long seconds = time.toSeconds();
    return seconds < 120
        ? seconds + " s"
        : seconds < 7200 ? (seconds + 30) / 60 + " min" : "%.1f h".formatted(seconds / 3600.0);
  }

  private void say(String line) {
    context.out().println(line);
  }
}
