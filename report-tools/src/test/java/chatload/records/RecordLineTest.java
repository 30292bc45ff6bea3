package chatload.records;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the fast way to read a record against Jackson's. */
class RecordLineTest {

  private static final double THREE_HOURS_MS = 10_800_000.4;

  private static final ChatRecord OK =
      chat(7, 12.3, Outcome.OK, null, null, "done", 0.0, 3, 900.1, "0123456789abcdef");

  private static final String MORE =
      ",\"firstGeneratedMs\":5.5,\"generatorFirstGeneratedMs\":0.0,\"inputTokens\":12,"
          + "\"outputTokens\":7,\"reasoningTokens\":3";

  private static final ChatRecord FAILED =
      chat(8, 12.4, Outcome.TRUNCATED, Cause.SERVICE, "it ended", null, null, null, null, null);

  @Test
  void a_line_that_this_project_writes_is_read_without_jackson() throws IOException {
    RecordLine reader = new RecordLine();
    for (ChatRecord chat : List.of(OK, FAILED, at(THREE_HOURS_MS), at(0), at(0.05), OK)) {
      byte[] line = Json.MAPPER.writeValueAsBytes(chat);
      assertThat(reader.readAsWritten(line, 0, line.length)).isEqualTo(chat);
    }
  }

  @Test
  void so_is_a_line_of_a_version_that_knew_fewer_fields() throws IOException {
    String line = Json.MAPPER.writeValueAsString(FAILED);
    byte[] shorter = utf8(line.substring(0, line.indexOf(",\"user\"")) + "}");
    assertThat(new RecordLine().readAsWritten(shorter, 0, shorter.length)).isEqualTo(FAILED);
  }

  @Test
  void so_is_a_line_with_any_of_what_not_every_chat_has() throws IOException {
    String line = Json.MAPPER.writeValueAsString(OK);
    String most = line.substring(0, line.length() - 1) + MORE + "}";
    List<String> lines =
        List.of(
            most,
            most.replace(",\"inputTokens\":12", ""),
            most.replaceAll(",\"(output|reasoning)Tokens\":\\d+", ""),
            most.replace(",\"firstGeneratedMs\":5.5", ""));
    for (String one : lines) {
      byte[] bytes = utf8(one);
      assertThat(new RecordLine().readAsWritten(bytes, 0, bytes.length))
          .isNotNull()
          .isEqualTo(Json.MAPPER.readValue(one, ChatRecord.class));
    }
  }

  @Test
  void it_is_found_among_other_bytes() throws IOException {
    byte[] line = utf8("}\n" + Json.MAPPER.writeValueAsString(OK) + "\n{");
    assertThat(new RecordLine().readAsWritten(line, 2, line.length - 4)).isEqualTo(OK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "say \"hi\"",
        "back\\slash",
        "umlaut ü, emoji 🙂",
        "tab\t",
        "\\\",\"posts\":1}",
        "del \u007f",
      })
  void a_text_of_any_signs_is_read_as_it_was(String error) throws IOException {
    ChatRecord chat =
        chat(9, 1.5, Outcome.EMPTY, Cause.MODEL, error, error, null, 1, 9.9, "0000000000000000");
    byte[] line = Json.MAPPER.writeValueAsBytes(chat);
    assertThat(new RecordLine().read(line, 0, line.length)).isEqualTo(chat);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\":07",
        "\"id\":-7",
        "\"id\":\"7\"",
        "\"id\":7.0",
        "\"id\":null",
        "\"id\":",
        "\"id\":0",
        "\"id\":7000000000",
        "\"id\":7,\"id\":7",
        "\"id\": 7",
        "\"id\":7 ",
        "\"id\":true"
      })
  void whatever_stands_there_jackson_has_the_last_word(String id) throws IOException {
    assertSame(utf8(Json.MAPPER.writeValueAsString(OK).replace("\"id\":7", id)), new RecordLine());
  }

  @Test
  void a_number_of_a_thousand_digits_is_left_to_jackson() throws IOException {
    String line = Json.MAPPER.writeValueAsString(OK);
    String longer = line.replace(":12.3,", ":12.3" + "0".repeat(1000) + ",");
    assertThat(longer).isNotEqualTo(line);
    byte[] bytes = utf8(longer);
    assertThat(new RecordLine().readAsWritten(bytes, 0, bytes.length)).isNull();
    assertSame(bytes, new RecordLine());
  }

  @Test
  void a_damaged_line_gives_what_jackson_gives() throws IOException {
    Random random = new Random(26);
    List<byte[]> lines =
        List.of(
            Json.MAPPER.writeValueAsBytes(OK),
            Json.MAPPER.writeValueAsBytes(FAILED),
            Json.MAPPER.writeValueAsBytes(at(THREE_HOURS_MS)));
    byte[] signs = utf8("\"\\,:{}[]0123456789.-+eEnulltrfas \r\t\u00fc\u0000");
    RecordLine reader = new RecordLine();
    for (int i = 0; i < 60_000; i++) {
      byte[] line = lines.get(random.nextInt(lines.size())).clone();
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        line[random.nextInt(line.length)] = signs[random.nextInt(signs.length)];
      }
      assertSame(line, reader);
    }
  }

  @Test
  void a_line_with_a_piece_missing_or_twice_gives_what_jackson_gives() throws IOException {
    Random random = new Random(27);
    String line = Json.MAPPER.writeValueAsString(OK);
    RecordLine reader = new RecordLine();
    for (int i = 0; i < 30_000; i++) {
      int from = random.nextInt(line.length());
      int to = from + random.nextInt(line.length() - from + 1);
      String piece = line.substring(from, to);
      assertSame(utf8(line.substring(0, from) + line.substring(to)), reader);
      assertSame(utf8(line.substring(0, to) + piece + line.substring(to)), reader);
    }
  }

  private static void assertSame(byte[] line, RecordLine reader) {
    ChatRecord read = reader.read(line, 0, line.length);
    ChatRecord expected = jackson(line);
    if (!Objects.equals(read, expected)) {
      assertThat(read).as(new String(line, StandardCharsets.UTF_8)).isEqualTo(expected);
    }
  }

  private static ChatRecord jackson(byte[] line) {
    try {
      return Json.MAPPER.readValue(line, ChatRecord.class);
    } catch (IOException e) {
      return null;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ChatRecord at(double startMs) {
    return chat(7, startMs, Outcome.OK, null, null, "done", 0.2, 3, 900.1, "0123456789abcdef");
  }

  private static ChatRecord chat(
      int id,
      double startMs,
      Outcome outcome,
      Cause cause,
      String error,
      String lastEvent,
      Double generatorMs,
      Integer user,
      Double closedMs,
      String replyHash) {
    return new ChatRecord(
        "run-1",
        "stress",
        id,
        "00000000-0000-4000-8000-00000000000" + id,
        "bench-stress-" + id,
        "2026-01-01T12:00:00.000Z",
        startMs,
        400.2,
        outcome.isOk() ? 900.1 : null,
        900.1,
        100,
        51.5,
        outcome,
        cause,
        200,
        error,
        lastEvent,
        1,
        outcome.isOk() ? Boolean.TRUE : null,
        outcome.isOk() ? 2 : null,
        generatorMs,
        generatorMs,
        user,
        closedMs,
        replyHash);
  }
}
