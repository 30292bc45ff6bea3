package chatload.survival;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What many kills have shown, as a table. */
record KillSummary(long seed, List<Aftermath> all) {

  static KillSummary of(long seed, List<Aftermath> all) {
    return new KillSummary(seed, List.copyOf(all));
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder("seed " + seed + ", " + all.size() + " kills\n");
    for (Moment moment : Moment.values()) {
      add(table, moment.name(), kill -> kill.kill().moment() == moment);
    }
    add(table, "all", kill -> true);
    return table.toString();
  }

  private void add(StringBuilder table, String name, Predicate<Aftermath> of) {
    List<Aftermath> these = all.stream().filter(of).toList();
    table.append(
        String.format(
            Locale.ROOT,
            "%-12s  kills %3d  wrong %d  torn last lines %d  PASS, all chats over %d%n",
            name,
            these.size(),
            these.stream().filter(kill -> !kill.faults().isEmpty()).count(),
            these.stream().filter(Aftermath::torn).count(),
            these.stream().filter(kill -> kill.reportStatus() == 0).count()));
  }
}
