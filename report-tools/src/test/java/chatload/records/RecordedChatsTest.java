package chatload.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chatload.files.ReportDir;
import chatload.metric.ChatTime;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Evidence;
import chatload.run.Outcome;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedChatsTest {

  @TempDir Path root;

  @Test
  void the_slowest_come_first_and_of_equals_the_lower_id() {
    RecordedChats chats =
        Evidence.of(6)
            .chat(6, Outcome.OK, null, 1, 900)
            .chat(2, Outcome.OK, null, 1, 900)
            .ok(3, 5)
            .failed(1, 1, Outcome.TOTAL_TIMEOUT, Cause.SERVICE)
            .in(root)
            .chats();
    assertThat(chats.slowest(ChatTime.TOTAL, 3))
        .extracting(ChatRecord::id)
        .containsExactly(2, 6, 5);
    assertThat(chats.slowest(ChatTime.FIRST_TOKEN, 2))
        .extracting(ChatRecord::id)
        .containsExactly(2, 3);
    assertThat(chats.slowest(ChatTime.TOTAL, 99)).hasSize(5);
  }

  @Test
  void the_chat_of_a_figure_is_an_ok_one_with_exactly_that_time() {
    RecordedChats chats =
        Evidence.of(4)
            .chat(4, Outcome.OK, null, 1, 502)
            .ok(1, 2)
            .failed(3, 3, Outcome.EMPTY, Cause.MODEL)
            .in(root)
            .chats();
    assertThat(chats.withTime(ChatTime.TOTAL, 502).orElseThrow().id()).isEqualTo(2);
    assertThat(chats.withTime(ChatTime.TOTAL, 500)).isEmpty();
  }

  @Test
  void more_records_than_fit_at_first_are_all_there_by_id() {
    RecordedChats chats =
        Evidence.of(2000)
            .failed(1001, 2000, Outcome.EMPTY, Cause.MODEL)
            .ok(1, 500)
            .failed(501, 1000, Outcome.STREAM_CUT, Cause.NETWORK)
            .in(root)
            .chats();
    assertThat(chats.failures()).extracting(ChatRecord::id).isSorted().hasSize(1500);
    assertThat(chats.failedIds()).hasSize(1500).startsWith(501).endsWith(2000);
    assertThat(chats.failures(Cause.NETWORK)).hasSize(500);
    assertThat(chats.outcomes())
        .containsEntry(Outcome.OK, 500)
        .containsEntry(Outcome.EMPTY, 1000)
        .containsEntry(Outcome.STREAM_CUT, 500)
        .hasSize(3);
    assertThat(chats.causes()).containsEntry(Cause.MODEL, 1000).hasSize(2);
    assertThat(chats.points(ChatTime.TOTAL)).hasSize(2000);
  }

  @Test
  void what_the_generator_added_is_taken_off_the_chat_that_it_was_added_to() {
    Evidence evidence = Evidence.of(400);
    for (int id = 1; id <= 400; id++) {
      evidence.ownShare(id % 3 == 0 ? 100.7 : 0).ok(id, id);
    }
    RecordedChats chats = evidence.in(root).chats();
    assertThat(chats.best(ChatTime.TOTAL, 0))
        .hasSize(400)
        .startsWith(501, 502, 402.3, 504)
        .endsWith(798.3, 900);
    assertThat(chats.best(ChatTime.FIRST_TOKEN, 0)).containsOnly(100.5);
  }

  @Test
  void what_the_service_said_of_tokens_is_summed_up_over_the_chats_of_which_it_said_so() {
    Evidence evidence = Evidence.of(3);
    assertThat(evidence.ok(1, 1).in(root).chats().used()).isEmpty();
    evidence.line(with(evidence, 1, 2, "inputTokens", "7"));
    evidence.line(with(evidence, 2, 3, "outputTokens", "5"));
    assertThat(evidence.in(root).chats().used()).contains(new TokensUsed(2, 7L, 5L, null));
  }

  @Test
  void the_first_generated_token_is_no_later_than_the_first_visible_one() {
    Evidence evidence = Evidence.of(3).ok(1, 1);
    evidence.line(with(evidence, 1, 2, "firstGeneratedMs", "50.5"));
    evidence.line(with(evidence, 2, 3, "firstGeneratedMs", "100.6"));
    RunEvidence read = evidence.in(root);
    assertThat(read.chats().values(ChatTime.FIRST_GENERATED)).containsExactly(100.5, 50.5);
    assertThat(read.defects()).containsExactly(new Defect(Defect.Kind.UNREADABLE_LINE, 1, 3, null));
  }

  /** The last line as that of another chat, with one more field. */
  private static String with(Evidence evidence, int from, int id, String field, String value) {
    return evidence
        .lastLine()
        .replaceFirst("\"id\":" + from, "\"id\":" + id)
        .replaceFirst(
            "(,\"(inputTokens|firstGeneratedMs)\":[\\d.]+)?}", ",\"" + field + "\":" + value + "}");
  }

  @Test
  void a_hash_of_a_reply_that_is_none_makes_a_line_no_record() {
    String ok = "\"replyHash\":null";
    Evidence evidence = Evidence.of(2).ok(1, 1);
    RunEvidence read =
        evidence.line(evidence.lastLine().replace(ok, "\"replyHash\":\"x\"")).in(root);
    assertThat(read.defects()).containsExactly(new Defect(Defect.Kind.UNREADABLE_LINE, 1, 2, null));
  }

  @Test
  void a_file_that_changes_in_the_meantime_is_an_input_error() throws IOException {
    RecordedChats chats = Evidence.of(2).failed(1, 2, Outcome.EMPTY, Cause.MODEL).in(root).chats();
    Path file = new ReportDir(root).chats("smoke");
    List<String> lines = Files.readAllLines(file);
    Files.writeString(file, lines.get(1) + "\n" + lines.get(0) + "\n");
    assertChanged(chats);
    Files.writeString(file, "short");
    assertChanged(chats);
  }

  private static void assertChanged(RecordedChats chats) {
    UserError error =
        catchThrowableOfType(UserError.class, () -> chats.failures().forEach(chat -> {}));
    assertThat(error).hasMessageContaining("was changed while it was read");
    assertThat(error.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT);
  }
}
