package chatload.review;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.output.ReportWriter;
import chatload.result.JobResult;
import chatload.run.Cause;
import chatload.run.Evidence;
import chatload.run.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewDialogueTest {

  private final StringWriter shown = new StringWriter();
  private ReviewState state;

  @BeforeEach
  void run(@TempDir Path temp) {
    Evidence.of(10)
        .ok(1, 6)
        .failed(7, 8, Outcome.FALLBACK_REPLY, Cause.MODEL)
        .failed(9, 10, Outcome.STREAM_CUT, Cause.NETWORK)
        .in(temp);
    JobResult job = ReportWriter.read(new ReportDir(temp));
    state = ReviewState.of(job, new Review(Review.SCHEMA_VERSION, "run-1", List.of()));
  }

  @Test
  void it_asks_for_each_outcome_and_for_what_else_is_open() throws IOException {
    assertThat(ask("network\nproxy log\nmodel\nquota\nraise the limit\nlooked by hand\n"))
        .containsExactly(
            ReviewEntry.ofOutcome("9:00", "Li Lei", Outcome.STREAM_CUT, Cause.NETWORK, "proxy log"),
            ReviewEntry.ofOutcome("9:00", "Li Lei", Outcome.FALLBACK_REPLY, Cause.MODEL, "quota"),
            ReviewEntry.ofTuning("9:00", "Li Lei", "raise the limit"),
            ReviewEntry.ofItem("9:00", "Li Lei", Item.HEALTH, "looked by hand"));
    assertThat(shown.toString())
        .contains("STREAM_CUT: 2 chats, such as trace id", "model, database", "(Enter: network)")
        .contains("skips a question", "leaves");
  }

  @Test
  void enter_takes_the_likely_cause() throws IOException {
    assertThat(ask("\nproxy log\nq\n"))
        .containsExactly(
            ReviewEntry.ofOutcome(
                "9:00", "Li Lei", Outcome.STREAM_CUT, Cause.NETWORK, "proxy log"));
  }

  @Test
  void a_cause_that_there_is_not_is_asked_for_again_before_any_note() throws IOException {
    assertThat(ask("modle\nmodel\nquota\nq\n"))
        .containsExactly(
            ReviewEntry.ofOutcome("9:00", "Li Lei", Outcome.STREAM_CUT, Cause.MODEL, "quota"));
    assertThat(shown.toString()).contains("Not recorded: --cause: there is no such cause");
  }

  @Test
  void an_answer_that_says_nothing_is_asked_for_again() throws IOException {
    assertThat(ask("s\ns\n\u200b\n...\nWHY\nno change needed: load was low\nq\n"))
        .containsExactly(ReviewEntry.ofTuning("9:00", "Li Lei", "no change needed: load was low"));
    assertThat(shown.toString()).containsSubsequence("letter or digit", "letter or digit", "WHY");
  }

  @Test
  void what_was_answered_before_it_was_left_is_recorded() throws IOException {
    assertThat(ask("network\nproxy log\nmodel\n")).hasSize(1);
    assertThat(ask("q\n")).isEmpty();
    assertThat(ask("")).isEmpty();
    assertThat(ask("s\n\n\ns\n\n")).isEmpty();
  }

  private List<ReviewEntry> ask(String typed) throws IOException {
    List<Box> boxes =
        List.of(
            new Box(Item.DEPLOYED, Box.State.OPEN, "not up to people"),
            new Box(Item.ROOT_CAUSES, Box.State.OPEN, "asked for by outcome"),
            new Box(Item.VARIABLES, Box.State.ACCEPTED, "accepted"),
            new Box(Item.TUNING, Box.State.OPEN, "limits"),
            new Box(Item.HEALTH, Box.State.OPEN, "health"));
    List<ReviewEntry> given = new ArrayList<>();
    new ReviewDialogue(
            new BufferedReader(new StringReader(typed)),
            new PrintWriter(shown, true),
            new Answers(state, boxes, "Li Lei", "9:00"),
            given::add)
        .ask(state, boxes);
    return given;
  }
}
