package chatload.review;

import chatload.text.VisibleText;
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
  public static List<String> lines(ReviewState state, List<Box> boxes) {
    List<String> lines = new ArrayList<>(boxes(boxes));
    if (!state.failures().isEmpty()) {
      lines.add("");
      lines.addAll(failures(state.failures()));
    }
    if (boxes.stream().anyMatch(Box::waitsForPeople)) {
      lines.add("");
      lines.addAll(howToAnswer(state));
    }
    return lines.stream().map(VisibleText::of).toList();
  }

  /** One line per item. */
  public static List<String> boxes(List<Box> boxes) {
    return boxes.stream().map(Box::line).map(VisibleText::of).toList();
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
    lines.add("  --tuning \"no change needed: WHY\"                     limits");
    lines.add("  --accept ITEM --note \"WHY\"                          an item that may stay open");
    return lines;
  }
}
