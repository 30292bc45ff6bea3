package chatload.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chatload.gatling.LogRecord.Error;
import chatload.gatling.LogRecord.Group;
import chatload.gatling.LogRecord.Request;
import chatload.gatling.LogRecord.Run;
import chatload.gatling.LogRecord.User;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationLogTest {

  static List<String> versions() {
    return Fixtures.VERSIONS;
  }

  @Test
  void every_kind_of_record_is_read_back() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TestLog(bytes, "3.14.2", 1_795_463_524_740L, "pages", "streäms")
        .user(1, true, 5)
        .request(List.of("outer", "请"), "na\tme\n", 7, 19, false, "went wrong")
        .request(List.of(), "plain", 20, Integer.MIN_VALUE, true, "")
        .group(List.of("outer"), 6, 21, 12, true)
        .error("crashed", 22)
        .user(1, false, 23);

    assertThat(records(bytes.toByteArray()))
        .containsExactly(
            new Run(
                "3.14.2",
                "example.Simulation",
                1_795_463_524_740L,
                "",
                List.of("pages", "streäms")),
            new User("streäms", true, 5),
            new Request(List.of("outer", "请"), "na me ", 7, 19, false, "went wrong", false),
            new Request(List.of(), "plain", 20, Integer.MIN_VALUE, true, "", true),
            new Group(List.of("outer"), 6, 21, 12, true),
            new Error("crashed", 22),
            new User("streäms", false, 23));
  }

  @Test
  void the_smallest_long_as_an_end_also_marks_an_unmatched_event() throws Exception {
    long start = 1_795_463_524_740L;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TestLog(bytes, "3.15.1", start, "s")
        .request(List.of(), "sse", 20, (int) (Long.MIN_VALUE - start), true, "");
    assertThat(records(bytes.toByteArray()).get(1))
        .isInstanceOfSatisfying(Request.class, it -> assertThat(it.unmatched()).isTrue());
    assertThat(RunStats.read(new ByteArrayInputStream(bytes.toByteArray())).all().total().count())
        .isZero();
  }

  @Test
  void text_of_an_older_Gatling_is_refused_with_what_to_do() {
    for (String text : List.of("RUN\tcomputerdatabase\t3.12", "ASSERTION\tAAECAAICAA\nRUN\t")) {
      UnusableLog refused = unusable(text.getBytes(StandardCharsets.UTF_8));
      assertThat(refused).hasMessageContaining("text format of Gatling 3.12 or older");
      assertThat(refused.hint()).contains("3.13.0 to 3.15.1");
      assertThat(refused.isOlder()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.12.0", "3.15.2", "3.16.0", "4.0.0", "3.13.4-M1", "", "3.150.1"})
  void another_version_is_refused_with_what_to_do(String version) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TestLog(bytes, version, 0, "s");
    UnusableLog refused = unusable(bytes.toByteArray());
    assertThat(refused).hasMessageContaining("Gatling \"" + version + "\"");
    assertThat(refused.hint()).contains("3.13.0 to 3.15.1");
    assertThat(refused.isOlder()).isFalse();
  }

  @Test
  void what_is_no_log_is_said_to_be_none() {
    for (String text : List.of("<html>", "RUNNING", "A", "ASSERT")) {
      assertThat(unusable(text.getBytes(StandardCharsets.UTF_8)))
          .hasMessageContaining("does not begin with the record of a run");
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void a_log_cut_at_any_byte_gives_the_records_before_the_cut(String version) throws Exception {
    byte[] log = Fixtures.log(version);
    List<LogRecord> whole = records(log);
    int atRecordEnds = 0;
    for (int length = 0; length < log.length; length++) {
      List<LogRecord> read = new ArrayList<>();
      SimulationLog.End end =
          SimulationLog.read(new ByteArrayInputStream(log, 0, length), read::add);
      assertThat(read).isEqualTo(whole.subList(0, read.size()));
      assertThat(end.records()).isEqualTo(read.size()).isLessThan(whole.size());
      atRecordEnds += end.truncated() ? 0 : 1;
    }
    assertThat(atRecordEnds).isEqualTo(whole.size() - 1);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whatever_the_bytes_are_there_is_a_result_or_an_error_for_people(String version)
      throws Exception {
    byte[] log = Fixtures.log(version);
    Random random = new Random(20_261_123);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] mutated = log.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        int at = random.nextInt(mutated.length);
        switch (random.nextInt(3)) {
          case 0 -> mutated[at] = (byte) random.nextInt(256);
          case 1 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
          default -> Arrays.fill(mutated, at, Math.min(at + 4, mutated.length), (byte) 0x7f);
        }
      }
      try {
        ResultsFolder.json(RunStats.read(new ByteArrayInputStream(mutated)));
      } catch (UnusableLog e) {
        assertThat(e.getMessage()).isNotBlank();
        assertThat(e.hint()).isNotBlank();
        refused++;
      }
    }
    assertThat(refused).isBetween(300, 2999);
  }

  @Test
  void a_length_of_two_gigabytes_is_refused_before_anything_is_set_aside() throws Exception {
    byte[] log = Fixtures.log("3.15.1");
    ByteBuffer.wrap(log).putInt(1, Integer.MAX_VALUE);
    assertThat(unusable(log))
        .hasMessage("is damaged at byte 5: number of bytes of a string is 2147483647");
    ByteBuffer.wrap(log).putInt(1, -1);
    assertThat(unusable(log)).hasMessage("is damaged at byte 5: number of bytes of a string is -1");
  }

  @Test
  void a_long_assertion_is_skipped_and_not_kept() throws Exception {
    byte[] head = new byte[] {0, 0, 0, 0, 6, '3', '.', '1', '5', '.', '1', 0};
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(head);
    bytes.write(new byte[4 + 8 + 4 + 4]);
    bytes.write(ByteBuffer.allocate(8).putInt(1).putInt(Integer.MAX_VALUE).array());
    bytes.write(new byte[1000]);
    List<LogRecord> read = new ArrayList<>();
    SimulationLog.End end =
        SimulationLog.read(new ByteArrayInputStream(bytes.toByteArray()), read::add);
    assertThat(end).isEqualTo(new SimulationLog.End(0, true));
    assertThat(read).isEmpty();
  }

  @Test
  void more_different_requests_than_anyone_can_read_are_refused() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TestLog log = new TestLog(bytes, "3.15.1", 0, "s");
    for (int i = 0; i <= RunStats.MOST_ROWS; i++) {
      log.request(List.of(), "request " + i, 0, 1, true, "");
    }
    assertThat(
            catchThrowableOfType(
                UnusableLog.class,
                () -> RunStats.read(new ByteArrayInputStream(bytes.toByteArray()))))
        .hasMessageContaining("more than " + RunStats.MOST_ROWS + " different requests");
  }

  @Test
  void a_user_of_a_scenario_that_is_none_is_damage() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TestLog(bytes, "3.15.1", 0, "s").user(1, true, 0);
    assertThat(unusable(bytes.toByteArray())).hasMessageContaining("there is no scenario 1");
  }

  private static List<LogRecord> records(byte[] log) throws IOException, UnusableLog {
    List<LogRecord> records = new ArrayList<>();
    SimulationLog.End end = SimulationLog.read(new ByteArrayInputStream(log), records::add);
    assertThat(end).isEqualTo(new SimulationLog.End(records.size(), false));
    return records;
  }

  private static UnusableLog unusable(byte[] log) {
    UnusableLog error =
        catchThrowableOfType(
            UnusableLog.class,
            () -> SimulationLog.read(new ByteArrayInputStream(log), record -> {}));
    assertThat(error).isNotNull();
    return error;
  }
}
