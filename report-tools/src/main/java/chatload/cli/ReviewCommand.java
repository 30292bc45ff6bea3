package chatload.cli;

import chatload.ExitCode;
import chatload.UserError;
import chatload.closure.RunKey;
import chatload.document.JobResult;
import chatload.document.ReportWriter;
import chatload.review.Answers;
import chatload.review.Review;
import chatload.review.ReviewDialogue;
import chatload.review.ReviewEntry;
import chatload.review.ReviewList;
import chatload.review.ReviewState;
import chatload.run.ReportDir;
import chatload.run.ReportDirLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code loadtest review}. */
@Command(
    name = "review",
    description = {
      "Lists what people must still judge, and records their answers in review.json.",
      "Without an answer among the options it asks, if it runs on a terminal."
    },
    mixinStandardHelpOptions = true)
final class ReviewCommand implements Callable<Integer> {

  private final CommandContext context;
  private final InputStream in;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      required = true,
      description = "Directory with the runs.")
  private Path reportDir;

  @Option(
      names = "--trace",
      paramLabel = "ID",
      description = "The failed chat that the answer is about.")
  private List<String> traces = new ArrayList<>();

  @Option(
      names = "--all-of",
      paramLabel = "OUTCOME",
      description = "The answer is about all chats that ended so, such as FALLBACK_REPLY.")
  private List<String> outcomes = new ArrayList<>();

  @Option(names = "--cause", paramLabel = "CAUSE", description = "Whose fault it is.")
  private String cause;

  @Option(names = "--note", paramLabel = "TEXT", description = "What was found, and where.")
  private String note;

  @Option(
      names = "--tuning",
      paramLabel = "TEXT",
      description = "Whether rate limit, concurrency or time limits are to be adjusted.")
  private String tuning;

  @Option(
      names = "--reviewer",
      paramLabel = "NAME",
      description = "Who judges (default: the name that git or the system knows).")
  private String reviewer;

  ReviewCommand(CommandContext context, InputStream in) {
    this.context = context;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    ReportDir directory = new ReportDir(reportDir);
    return ReportDirLock.holding(directory, () -> review(directory));
  }

  private int review(ReportDir directory) throws IOException {
    JobResult job = ReportWriter.read(directory);
    Review review = Review.read(directory, RunKey.of(job));
    ReviewState state = ReviewState.of(job, review);
    List<ReviewEntry> answers = given(state);
    if (answers.isEmpty() && context.terminal() && System.console() != null) {
      print(state);
      answers = ask(state);
    }
    for (ReviewEntry answer : answers) {
      review = review.with(answer);
    }
    if (!answers.isEmpty()) {
      review.write(directory);
      context.out().println("Recorded: " + answers.size() + " in " + directory.review());
    }
    ReviewState now = ReviewState.of(job, review);
    print(now);
    if (!answers.isEmpty()) {
      context.out().println("Closing documents show it after the next ./loadtest prepare.");
    }
    return ExitCode.PASS.code();
  }

  private List<ReviewEntry> given(ReviewState state) {
    boolean aboutChats = !traces.isEmpty() || !outcomes.isEmpty();
    if (!aboutChats && (cause != null || note != null)) {
      throw UserError.usage(
          "--cause and --note say nothing on their own", "Add --trace ID or --all-of OUTCOME.");
    }
    if (!aboutChats && tuning == null) {
      return List.of();
    }
    Answers answers = answers(state);
    List<ReviewEntry> entries = new ArrayList<>();
    traces.forEach(trace -> entries.add(answers.aboutTrace(trace, cause, note)));
    outcomes.forEach(outcome -> entries.add(answers.aboutOutcome(outcome, cause, note)));
    if (tuning != null) {
      entries.add(answers.aboutTuning(tuning));
    }
    return entries;
  }

  private List<ReviewEntry> ask(ReviewState state) throws IOException {
    if (state.open().isEmpty()) {
      return List.of();
    }
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    return new ReviewDialogue(lines, context.out()).ask(state, answers(state));
  }

  private Answers answers(ReviewState state) {
    String name = reviewer == null ? ReviewerName.find(context) : reviewer.strip();
    if (name.isEmpty()) {
      throw UserError.usage("nobody knows who judges", "Say it with --reviewer NAME.");
    }
    String now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    return new Answers(state, name, now);
  }

  private void print(ReviewState state) {
    ReviewList.lines(state).forEach(context.out()::println);
    context.out().flush();
  }
}
