package chatload.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.OnIdleMachine;
import chatload.service.RawClient.Until;
import chatload.service.fault.FaultPlan;
import chatload.service.journal.Entry;
import chatload.service.journal.Journal;
import chatload.service.reply.Delay;
import chatload.service.reply.Timing;
import chatload.tool.UserError;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnIdleMachine
class JournalTest {

  private static final TargetConfig CONFIG =
      TargetConfig.defaults(RawClient.SECRET)
          .withTiming(new Timing(new Delay.Fixed(40), new Delay.Fixed(10), 4, 1));

  /** Generous, for machines that do other things too. */
  private static final long MAX_LATE_NANOS = 250_000_000;

  @TempDir private Path directory;

  @Test
  void the_journal_agrees_with_what_a_raw_client_saw() {
    try (EmbeddedTarget target = EmbeddedTarget.start(CONFIG);
        RawClient client = new RawClient(target)) {
      client.send(chat("warm-up", "hello")).read(Until.COMPLETE);

      long sentNanos = System.nanoTime();
      RawResponse seen = client.send(chat("t", "hello")).read(Until.COMPLETE);

      Entry entry = target.journal().entry("t").orElseThrow();
      assertThat(entry.receivedNanos()).isBetween(sentNanos, seen.firstTokenNanos());
      assertThat(entry.firstTokenMs()).isBetween(40.0, 500.0);
      assertThat(entry.totalMs()).isBetween(80.0, 600.0);
      assertThat(seen.firstTokenNanos() - entry.firstTokenNanos()).isBetween(0L, MAX_LATE_NANOS);
      assertThat(seen.doneNanos() - entry.terminalNanos()).isBetween(0L, MAX_LATE_NANOS);
      assertThat(entry.fault()).isNull();
    }
  }

  @Test
  void what_was_never_written_has_no_instant() {
    try (EmbeddedTarget target = EmbeddedTarget.start(CONFIG)) {
      RawClient.exchange(target, chat("empty", "[fault:empty]"), Until.COMPLETE);
      RawClient.exchange(target, chat("deltas", "[fault:empty-deltas]"), Until.COMPLETE);
      RawClient.exchange(target, chat("truncated", "[fault:truncated]"), Until.COMPLETE);
      RawClient.exchange(target, chat("error", "[fault:error-event]"), Until.COMPLETE);
      RawClient.exchange(target, RawClient.post("x-trace-id: 401\r\n", ""), Until.COMPLETE);

      Journal journal = target.journal();
      assertThat(journal.entries())
          .extracting(Entry::traceId)
          .containsExactly("empty", "deltas", "truncated", "error", "401");
      assertThat(journal.entries())
          .extracting(entry -> entry.firstTokenNanos() != null)
          .containsExactly(false, false, true, true, false);
      assertThat(journal.entries())
          .extracting(entry -> entry.terminalNanos() != null)
          .containsExactly(true, true, false, true, false);
      assertThat(journal.entry("401").orElseThrow().totalMs()).isNull();
      assertThat(journal.entry("unknown")).isEmpty();
    }
  }

  @Test
  void every_post_is_counted_by_trace_id_and_in_all() {
    try (EmbeddedTarget target = EmbeddedTarget.start(CONFIG)) {
      for (String traceId : List.of("twice", "once", "twice")) {
        RawClient.exchange(target, chat(traceId, "hello"), Until.COMPLETE);
      }

      assertThat(target.journal().posts()).isEqualTo(3);
      assertThat(target.journal().entry("twice").orElseThrow().posts()).isEqualTo(2);
      assertThat(target.journal().entry("once").orElseThrow().posts()).isEqualTo(1);
    }
  }

  @Test
  void a_fraction_hits_exactly_its_share_of_the_chats_that_were_sent() {
    TargetConfig config =
        CONFIG
            .withTiming(new Timing(new Delay.Fixed(0), new Delay.Fixed(0), 1, 1))
            .withFaults(FaultPlan.parse(List.of("status-500:0.01", "empty:0.05")));
    try (EmbeddedTarget target = EmbeddedTarget.start(config);
        RawClient client = new RawClient(target)) {
      for (int i = 0; i < 100; i++) {
        client.send(chat("t" + i, "hello")).read(Until.COMPLETE);
        client.send(RawClient.post("", "refused")).read(Until.COMPLETE);
      }

      List<String> faults = target.journal().entries().stream().map(Entry::fault).toList();
      assertThat(faults).filteredOn("status-500"::equals).hasSize(1);
      assertThat(faults).filteredOn("empty"::equals).hasSize(5);
      assertThat(target.journal().posts()).isEqualTo(200);
    }
  }

  @Test
  void the_file_gets_one_line_per_finished_chat_while_the_service_runs() throws Exception {
    Path file = directory.resolve("made/journal.jsonl");
    try (EmbeddedTarget target = EmbeddedTarget.start(CONFIG.withJournalFile(file))) {
      RawClient.exchange(target, chat("ok", "hello"), Until.COMPLETE);
      RawClient.exchange(target, chat("\"\\x", "[fault:status-500]"), Until.COMPLETE);
      RawClient.exchange(target, chat("cut", "[fault:cut-fin]"), Until.END);
      try (RawClient leaving = new RawClient(target)) {
        leaving.send(chat("left", "hello"));
      }
      List<String> lines = awaitLines(file, 4);

      JsonNode ok = lineOf("ok", lines);
      assertThat(ok.path("posts").asInt()).isEqualTo(1);
      assertThat(Instant.parse(ok.path("receivedAt").asText())).isBeforeOrEqualTo(Instant.now());
      assertThat(ok.path("firstTokenMs").asDouble()).isBetween(40.0, 500.0);
      assertThat(ok.path("totalMs").asDouble()).isBetween(80.0, 600.0);
      assertThat(ok.path("fault").isNull()).isTrue();
      JsonNode failed = lineOf("\"\\x", lines);
      assertThat(failed.path("firstTokenMs").isNull()).isTrue();
      assertThat(failed.path("fault").asText()).isEqualTo("status-500");
      assertThat(lineOf("left", lines).path("totalMs").isNull()).isTrue();
    }
    assertThat(Files.readString(file)).endsWith("}\n").hasLineCount(4);
  }

  @Test
  void a_stalled_chat_is_finished_when_its_client_goes_away() throws Exception {
    Path file = directory.resolve("journal.jsonl");
    TargetConfig config =
        CONFIG
            .withTiming(new Timing(new Delay.Fixed(5), new Delay.Fixed(60_000), 4, 1))
            .withJournalFile(file);
    try (EmbeddedTarget target = EmbeddedTarget.start(config)) {
      RawClient.exchange(target, chat("stalled", "[fault:stall]"), Until.SILENCE);

      JsonNode line = RawResponse.json(awaitLines(file, 1).get(0));
      assertThat(line.path("totalMs").isNull()).isTrue();
      assertThat(line.path("firstTokenMs").asDouble()).isBetween(5.0, 500.0);
    }
  }

  @Test
  void a_file_that_cannot_be_written_is_named() throws IOException {
    Path notADirectory = Files.createFile(directory.resolve("file"));
    TargetConfig config = CONFIG.withJournalFile(notADirectory.resolve("journal.jsonl"));

    assertThatThrownBy(() -> EmbeddedTarget.start(config))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(notADirectory.toString());
  }

  /** Connections are served by several threads, so lines may stand in another order. */
  private static JsonNode lineOf(String traceId, List<String> lines) {
    return lines.stream()
        .map(RawResponse::json)
        .filter(line -> line.path("traceId").asText().equals(traceId))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> awaitLines(Path file, int count) throws Exception {
    for (int i = 0; i < 500 && Files.readAllLines(file).size() < count; i++) {
      Thread.sleep(10);
    }
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(count);
    return lines;
  }

  private static String chat(String traceId, String message) {
    return RawClient.post(RawClient.headers(traceId), RawClient.body(message));
  }
}
