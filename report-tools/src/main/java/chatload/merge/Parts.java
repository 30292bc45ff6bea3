package chatload.merge;

import chatload.files.ReportDir;
import chatload.run.JobPlan;
import chatload.run.PlanHash;
import chatload.tool.UserError;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** All parts of one plan, each of them once, in order. */
record Parts(List<PartEvidence> all) {

  Parts {
    all = List.copyOf(all);
  }

  /**
   * Reads them.
   *
   * @throws UserError if one can't be used, is missing or there twice, or they are not of one plan
   *     and one tool
   */
  static Parts read(List<ReportDir> directories) {
    List<PartEvidence> parts =
        new ArrayList<>(directories.stream().map(PartEvidence::read).toList());
    parts.sort(Comparator.comparingInt(PartEvidence::number));
    PartEvidence first = parts.get(0);
    parts.forEach(other -> requireAlike(first, other));
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i).number() == parts.get(i - 1).number()) {
        throw UserError.input(
            parts.get(i).name()
                + " is there twice: "
                + parts.get(i - 1).dir().root()
                + " and "
                + parts.get(i).dir().root(),
            "Name each part once.");
      }
    }
    TreeSet<Integer> missing = new TreeSet<>();
    for (int number = 1; number <= first.part().of(); number++) {
      missing.add(number);
    }
    parts.forEach(part -> missing.remove(part.number()));
    if (!missing.isEmpty()) {
      throw UserError.input(
          "part "
              + String.join(", ", missing.stream().map(String::valueOf).toList())
              + " of "
              + first.part().of()
              + " is missing",
          "Name the directories of all parts.");
    }
    return new Parts(parts);
  }

  private static void requireAlike(PartEvidence first, PartEvidence other) {
    if (first.part().startAt() == null) {
      throw UserError.input(
          first.dir().root() + " was run without --start-at, so its load was nobody else's",
          "Run all parts again with the same --start-at.");
    }
    String both = first.dir().root() + " and " + other.dir().root();
    if (!first.part().plan().equals(other.part().plan())) {
      throw UserError.input(
          both + " are parts of two plans: " + differences(first, other),
          "Name the parts of one plan.");
    }
    if (!first.plan().tool().equals(other.plan().tool())) {
      throw UserError.input(
          both
              + " were sent by different tools: "
              + first.plan().tool()
              + " ≠ "
              + other.plan().tool(),
          "Run all parts again with the same versions of chatload, Gatling, Java and system.");
    }
    if (!first.plan().runId().equals(other.plan().runId())) {
      throw UserError.input(
          both + " are of different jobs: " + first.plan().runId() + " ≠ " + other.plan().runId(),
          "Name the parts of one job.");
    }
  }

  /** Names of the fields of the plan that differ. */
  private static String differences(PartEvidence first, PartEvidence other) {
    ObjectNode one = tree(first.plan());
    ObjectNode two = tree(other.plan());
    List<String> fields = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>();
    one.fieldNames().forEachRemaining(names::add);
    two.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (!Objects.equals(one.get(name), two.get(name))) {
        fields.add(name + ": " + one.get(name) + " ≠ " + two.get(name));
      }
    }
    String text = String.join("; ", fields);
    return text.length() > 400 ? text.substring(0, 400) + "…" : text;
  }

  private static ObjectNode tree(JobPlan plan) {
    return PlanHash.tree(plan)
        .put("part.of", plan.part().of())
        .put("part.startAt", plan.part().startAt());
  }

  PartEvidence first() {
    return all.get(0);
  }

  JobPlan plan() {
    return first().plan();
  }
}
