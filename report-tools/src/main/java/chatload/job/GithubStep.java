package chatload.job;

import chatload.console.CommandContext;
import chatload.document.Pages;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.text.VisibleText;
import chatload.verdict.Reason;
import chatload.verdict.Verdict.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells GitHub Actions of a verdict, where it runs this: reasons as annotations, and the beginning
 * of the overview as the summary of the step.
 */
final class GithubStep {

  /** What GitHub takes of one step's summary, bytes. */
  private static final int MOST_SUMMARY = 1 << 20;

  /** GitHub shows no more of one kind and step. */
  private static final int MOST_ANNOTATIONS = 10;

  /** Longest text of an annotation, characters. */
  private static final int LONGEST = 1000;

  private record Annotation(String kind, String title, String text) {}

  private GithubStep() {}

  /** Does nothing anywhere else. */
  static void tell(CommandContext context, JobResult job, Pages pages) {
    context
        .github()
        .ifPresent(
            github ->
                annotations(job)
                    .forEach(one -> github.command(one.kind(), one.title(), one.text())));
    String file = context.environment().getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (!file.isEmpty()) {
      append(context, file, job, pages);
    }
  }

  private static List<Annotation> annotations(JobResult job) {
    List<Annotation> all = new ArrayList<>();
    job.conflicts().forEach(reason -> all.add(annotation("warning", "job", reason)));
    for (ScenarioResult scenario : job.scenarios()) {
      String kind = scenario.verdict().status() == Status.FAIL ? "error" : "warning";
      scenario
          .verdict()
          .reasons()
          .forEach(reason -> all.add(annotation(kind, scenario.scenario(), reason)));
      scenario
          .verdict()
          .warnings()
          .forEach(warning -> all.add(annotation("warning", scenario.scenario(), warning)));
    }
    if (all.size() <= MOST_ANNOTATIONS) {
      return all;
    }
    int left = all.size() - MOST_ANNOTATIONS + 1;
    List<Annotation> shown = new ArrayList<>(all.subList(0, MOST_ANNOTATIONS - 1));
    shown.add(new Annotation("warning", title("job"), left + " more: see OVERVIEW.md"));
    return shown;
  }

  private static Annotation annotation(String kind, String what, Reason reason) {
    return new Annotation(kind, title(what), VisibleText.of(reason.sentence(), LONGEST));
  }

  private static String title(String what) {
    return "chatload " + what;
  }

  /** All of it, or if there is no room the verdict alone, or nothing. */
  private static void append(CommandContext context, String file, JobResult job, Pages pages) {
    try {
      Path summary = Path.of(file);
      long used = Files.exists(summary) ? Files.size(summary) : 0;
      String verdict = "\n- Overall Result: **" + job.status() + "**\n";
      for (String text : List.of("\n" + pages.verdict(), verdict)) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (used + bytes.length <= MOST_SUMMARY) {
          Files.write(summary, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          return;
        }
      }
      context.err().println("The summary of this step is full: the verdict is not in it.");
    } catch (IOException | InvalidPathException e) {
      context
          .err()
          .println(
              "The summary of this step can't be written (GITHUB_STEP_SUMMARY): "
                  + e.getClass().getSimpleName());
    }
  }
}
