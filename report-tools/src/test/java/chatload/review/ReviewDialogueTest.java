package chatload.review;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.document.JobResult;
import chatload.document.ReportWriter;
import chatload.run.Cause;
import chatload.run.Evidence;
import chatload.run.Outcome;
import chatload.run.ReportDir;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
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
  void it_asks_for_each_outcome_and_for_limits() throws IOException {
    assertThat(ask("network\nproxy log\nmodel\nquota\nraise the limit\n"))
        .containsExactly(
            ReviewEntry.ofOutcome("now", "Li Lei", Outcome.STREAM_CUT, Cause.NETWORK, "proxy log"),
            ReviewEntry.ofOutcome("now", "Li Lei", Outcome.FALLBACK_REPLY, Cause.MODEL, "quota"),
            ReviewEntry.ofTuning("now", "Li Lei", "raise the limit"));
    assertThat(shown.toString()).contains("STREAM_CUT (2 chats): cause? (model, database");
  }

  @Test
  void an_empty_line_a_mistake_or_the_end_of_input_leave_a_question_open() throws IOException {
    assertThat(ask("\nmodle\nquota\n")).isEmpty();
    assertThat(shown.toString()).contains("not recorded: --cause: there is no such cause");
  }

  private List<ReviewEntry> ask(String typed) throws IOException {
    return new ReviewDialogue(
            new BufferedReader(new StringReader(typed)), new PrintWriter(shown, true))
        .ask(state, new Answers(state, "Li Lei", "now"));
  }
}
