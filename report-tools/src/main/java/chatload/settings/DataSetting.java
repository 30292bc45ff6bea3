package chatload.settings;

import chatload.conversation.Conversations;
import chatload.conversation.DataFile;
import chatload.protocol.ChatProtocol;
import chatload.run.CancelPlan;
import chatload.run.DataUsed;
import chatload.run.Scenario;
import chatload.run.Schedule;
import chatload.settings.GivenSettings.Given;
import chatload.tool.PathName;
import chatload.tool.UserError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user's own prompts and conversations: {@code --data}. */
final class DataSetting {

  private static final Pattern FORM = Pattern.compile("(0?\\.\\d{1,6})@(\\d{1,7})(ms|s)");

  private DataSetting() {}

  static Optional<Conversations> resolve(
      GivenSettings given, List<Scenario> scenarios, ChatProtocol protocol) {
    DataUsed.Order order = order(given);
    long seed = given.number(Setting.DATA_SEED);
    Optional<Given> file = given.get(Setting.DATA);
    if (file.isEmpty()) {
      given
          .get(Setting.DATA_ORDER)
          .or(() -> given.get(Setting.DATA_SEED).filter(any -> given.get(Setting.CANCEL).isEmpty()))
          .ifPresent(
              one -> {
                throw UserError.usage(one.origin() + " is about no data", "Give --data FILE, too.");
              });
      return Optional.empty();
    }
    Conversations data = read(file.get(), order, seed);
    if (data.hasSeveralTurns() && !protocol.goesOn()) {
      throw UserError.usage(
          "the protocol " + protocol.name() + " can't go on with a conversation",
          "Give data of one turn each, or a --protocol file with ${thread} or \"${history}\".");
    }
    if (data.hasSeveralTurns() && scenarios.stream().anyMatch(one -> one.load() != null)) {
      throw UserError.usage(
          file.get().origin() + " has conversations, and a load has chats alone",
          "Give data of one turn each, or a scenario with requests and concurrency.");
    }
    scenarios.forEach(scenario -> requireEnough(file.get(), data, scenario));
    return Optional.of(data);
  }

  private static Conversations read(Given file, DataUsed.Order order, long seed) {
    boolean isShuffled = order == DataUsed.Order.SHUFFLED;
    try {
      return DataFile.read(
          PathName.parse(file.value()), file.origin(), order, isShuffled ? seed : null);
    } catch (IllegalArgumentException e) {
      throw UserError.usage(file.origin() + " is not a path", "Use the path of a file.");
    }
  }

  private static DataUsed.Order order(GivenSettings given) {
    return switch (given.text(Setting.DATA_ORDER)) {
      case "given" -> DataUsed.Order.GIVEN;
      case "shuffled" -> DataUsed.Order.SHUFFLED;
      case "cycled" -> DataUsed.Order.CYCLED;
      default ->
          throw UserError.usage(
              given.get(Setting.DATA_ORDER).orElseThrow().origin() + " is no order of data",
              "Use given, shuffled or cycled.");
    };
  }

  private static void requireEnough(Given file, Conversations data, Scenario scenario) {
    DataUsed used = data.used();
    if (used.order() != DataUsed.Order.GIVEN) {
      return;
    }
    int needed =
        Schedule.of(used, scenario.name(), scenario.requests(), scenario.concurrency()).taken();
    if (needed > data.all().size()) {
      throw UserError.usage(
          file.origin()
              + ": "
              + used.name()
              + " has "
              + data.all().size()
              + " conversations, and "
              + scenario.name()
              + " needs "
              + needed,
          "Use --data-order cycled or shuffled, which begin again, or give more of it.");
    }
  }

  /** Users who give up: {@code --cancel 0.1@2s}. */
  static Optional<CancelPlan> cancel(
      GivenSettings given, List<Scenario> scenarios, Optional<Conversations> data) {
    Optional<Given> cancel = given.get(Setting.CANCEL);
    if (cancel.isEmpty()) {
      return Optional.empty();
    }
    String origin = cancel.get().origin();
    CancelPlan plan = parse(cancel.get().value(), origin, given.number(Setting.DATA_SEED));
    if (scenarios.stream().anyMatch(one -> one.timeLimit().toMillis() <= plan.afterMs())) {
      throw UserError.usage(
          origin + " would give up after the time limit", "Give less time than every timeoutMs.");
    }
    for (Scenario scenario : scenarios) {
      if (plan.count(scenario.requests()) == 0) {
        throw UserError.usage(
            origin + " would give up none of the chats of " + scenario.name(),
            "Give a larger share, or no --cancel.");
      }
    }
    if (data.filter(Conversations::hasSeveralTurns).isPresent()) {
      throw UserError.usage(
          origin + " does not go with conversations of several turns",
          "Give data of one turn each, or no --cancel.");
    }
    return Optional.of(plan);
  }

  private static CancelPlan parse(String value, String origin, long seed) {
    Matcher form = FORM.matcher(value);
    if (form.matches()) {
      long after = Long.parseLong(form.group(2)) * (form.group(3).equals("s") ? 1000 : 1);
      double share = Double.parseDouble(form.group(1));
      if (share > 0 && share <= CancelPlan.MOST_SHARE && after > 0) {
        return new CancelPlan(share, after, seed);
      }
    }
    throw UserError.usage(
        origin + " is not of the form SHARE@AFTER",
        "Give a share above 0 and at most 0.5, and a time: 0.1@2s or 0.05@800ms.");
  }
}
