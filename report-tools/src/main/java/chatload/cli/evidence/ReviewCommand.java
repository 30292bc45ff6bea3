package chatload.cli.evidence;

import chatload.cli.option.ReportDirOption;
import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.output.ReportWriter;
import chatload.result.JobResult;
import chatload.review.Answers;
import chatload.review.Box;
import chatload.review.Item;
import chatload.review.Review;
import chatload.review.ReviewDialogue;
import chatload.review.ReviewEntry;
import chatload.review.ReviewList;
import chatload.review.ReviewState;
import chatload.review.ReviewerName;
import chatload.run.Cause;
import chatload.signoff.Checklist;
import chatload.signoff.RunKey;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code loadtest review}. */
@Command(
    name = "review",
    description = {
      "Lists what keeps the closing shut, and records what people judge in review.json.",
      "Without an answer among the options it asks, if it runs on a terminal."
    },
    mixinStandardHelpOptions = true)
public final class ReviewCommand implements Callable<Integer> {

  private final CommandContext context;
  private final InputStream in;
  private Review review;

  @Mixin private ReportDirOption options;

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

  @Option(
      names = "--cause",
      paramLabel = "CAUSE",
      completionCandidates = Causes.class,
      description = "Whose fault it is: ${COMPLETION-CANDIDATES}.")
  private String cause;

  @Option(names = "--note", paramLabel = "TEXT", description = "What was found, and where.")
  private String note;

  @Option(
      names = "--tuning",
      paramLabel = "TEXT",
      description = "Whether rate limit, concurrency or time limits are to be adjusted.")
  private String tuning;

  @Option(
      names = "--accept",
      paramLabel = "ITEM",
      completionCandidates = Items.class,
      description =
          "Lets an item that is not done stand as it is, for the reason in --note:"
              + " ${COMPLETION-CANDIDATES}.")
  private List<String> items = new ArrayList<>();

  @Option(
      names = "--reviewer",
      paramLabel = "NAME",
      description = "Who judges (default: the name that git or the system knows).")
  private String reviewer;

  public ReviewCommand(CommandContext context, InputStream in) {
    this.context = context;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    ReportDir directory = options.directory();
    return ReportDirLock.holding(directory, () -> review(directory));
  }

  private int review(ReportDir directory) throws IOException {
    JobResult job = ReportWriter.read(directory);
    review = Review.read(directory, RunKey.of(job));
    int before = review.entries().size();
    ReviewState state = ReviewState.of(job, review);
    List<Box> boxes = Checklist.boxes(directory, job, state);
    Consumer<ReviewEntry> record =
        answer -> {
          review = review.with(answer);
          review.write(directory);
        };
    List<ReviewEntry> answers = given(state, boxes);
    answers.forEach(record);
    if (answers.isEmpty() && context.terminal() && System.console() != null) {
      ask(state, boxes, record);
    }
    ReviewState now = ReviewState.of(job, review);
    print(ReviewList.lines(now, Checklist.boxes(directory, job, now)));
    int recorded = review.entries().size() - before;
    if (recorded > 0) {
      context.out().println("Recorded: " + recorded + " in " + directory.review());
      context.out().println("Closing documents show it after the next ./loadtest prepare.");
    }
    return ExitCode.PASS.code();
  }

  private List<ReviewEntry> given(ReviewState state, List<Box> boxes) {
    boolean aboutChats = !traces.isEmpty() || !outcomes.isEmpty();
    if ((!aboutChats && cause != null) || (!aboutChats && items.isEmpty() && note != null)) {
      throw UserError.usage(
          "--cause and --note say nothing on their own",
          "Add --trace ID or --all-of OUTCOME, or --accept ITEM to a note.");
    }
    if (!aboutChats && items.isEmpty() && tuning == null) {
      return List.of();
    }
    Answers answers = answers(state, boxes);
    List<ReviewEntry> entries = new ArrayList<>();
    traces.forEach(trace -> entries.add(answers.aboutTrace(trace, cause, note)));
    outcomes.forEach(outcome -> entries.add(answers.aboutOutcome(outcome, cause, note)));
    items.forEach(item -> entries.add(answers.aboutItem(item, note)));
    if (tuning != null) {
      entries.add(answers.aboutTuning(tuning));
    }
    return entries;
  }

  private void ask(ReviewState state, List<Box> boxes, Consumer<ReviewEntry> record)
      throws IOException {
    print(ReviewList.boxes(boxes));
    if (boxes.stream().anyMatch(Box::waitsForPeople)) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      new ReviewDialogue(lines, context.out(), answers(state, boxes), record).ask(state, boxes);
    }
  }

  private Answers answers(ReviewState state, List<Box> boxes) {
    String name =
        reviewer == null
            ? ReviewerName.find(context.environment(), context.properties())
            : reviewer;
    String now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    return new Answers(state, boxes, name, now);
  }

  /** The words for {@code --cause}, for the help. */
  static final class Causes extends ArrayList<String> {
    Causes() {
      super(Stream.of(Cause.values()).map(Cause::label).toList());
    }
  }

  /** The words for {@code --accept}, for the help. */
  static final class Items extends ArrayList<String> {
    Items() {
      super(Stream.of(Item.values()).filter(Item::isAcceptable).map(Item::key).toList());
    }
  }

  private void print(List<String> lines) {
    lines.forEach(context.out()::println);
    context.out().flush();
  }
}
