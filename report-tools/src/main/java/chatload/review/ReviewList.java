package chatload.review;

import chatload.render.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the terminal shows of a review: what is open, what was answered, how to answer. */
public final class ReviewList {

  /** Chats shown per outcome. */
  private static final int MOST_SHOWN = 10;

  private ReviewList() {}

  /** The lines to print, harmless whatever the service or a reviewer said. */
  public static List<String> lines(ReviewState state) {
    List<String> lines = new ArrayList<>();
    lines.add(box(state, ReviewState.Item.ALL_PASS) + "every scenario passes");
    lines.add(box(state, ReviewState.Item.ROOT_CAUSES) + "root cause of every failure found");
    lines.add(
        box(state, ReviewState.Item.DEPENDENCIES)
            + "said of every failure whether an external dependency caused it");
    lines.add(box(state, ReviewState.Item.TUNING) + "said whether limits are to be adjusted");
    state.tuning().forEach(entry -> lines.add("      " + said(entry)));
    if (!state.failures().isEmpty()) {
      lines.add("");
      lines.addAll(failures(state.failures()));
    }
    if (!state.open().isEmpty()) {
      lines.add("");
      lines.addAll(howToAnswer(state));
    }
    return lines.stream().map(VisibleText::of).toList();
  }

  private static String box(ReviewState state, ReviewState.Item item) {
    return state.isDone(item) ? "[x] " : "[ ] ";
  }

  private static List<String> failures(List<Judged> failures) {
    Map<String, List<Judged>> groups = new LinkedHashMap<>();
    failures.forEach(
        judged ->
            groups
                .computeIfAbsent(
                    judged.scenario() + " " + judged.failure().outcome(), key -> new ArrayList<>())
                .add(judged));
    List<String> lines = new ArrayList<>();
    groups.forEach(
        (name, group) -> {
          long open = group.stream().filter(Judged::isOpen).count();
          lines.add(name + ": " + group.size() + " failed, " + open + " not judged");
          group.stream().limit(MOST_SHOWN).forEach(judged -> lines.add("  " + line(judged)));
          if (group.size() > MOST_SHOWN) {
            lines.add("  and " + (group.size() - MOST_SHOWN) + " more");
          }
        });
    return lines;
  }

  private static String line(Judged judged) {
    String trace = judged.failure().traceId();
    return (trace == null ? "chat " + judged.failure().id() + " (no trace id)" : trace)
        + ": "
        + judged
            .answer()
            .map(ReviewList::said)
            .orElse("not judged; looks like " + judged.failure().cause().label());
  }

  private static String said(ReviewEntry entry) {
    return (entry.cause() == null ? "" : entry.cause().label() + ", ")
        + "\""
        + entry.note()
        + "\" ("
        + entry.reviewer()
        + ", "
        + entry.at()
        + ")";
  }

  private static List<String> howToAnswer(ReviewState state) {
    List<String> lines = new ArrayList<>();
    lines.add("To answer, once the service's logs say what happened:");
    if (!state.failures().isEmpty()) {
      lines.add("  --trace ID --cause CAUSE --note \"what was found\"      one chat");
      lines.add("  --all-of OUTCOME --cause CAUSE --note \"what was found\" all that ended so");
      lines.add("  causes: " + Answers.causes());
    }
    lines.add("  --tuning \"no change needed, because ...\"              limits");
    return lines;
  }
}
