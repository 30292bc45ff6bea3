package chatload.records;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.run.ChatRecord;
import chatload.run.LoadPlan;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTimesTest {

  private final DueTimes due = new DueTimes(new LoadPlan("rate 2/s for 10s", null, null), null);

  private static ChatRecord chat(int id, double startMs, String more) throws IOException {
    return Json.MAPPER.readValue(
        """
        {"runId":"r","scenario":"s","id":%d,"traceId":"t","threadId":"th","startedAt":"now",
         "startMs":%s,"elapsedMs":100.0,"chunks":0,"outcome":"NOT_SENT","cause":"service"%s}
        """
            .formatted(id, startMs, more),
        ChatRecord.class);
  }

  @Test
  void chatsAreDueAsFarApartAsPlannedInAnyOrder() throws IOException {
    assertThat(due.fit(chat(3, 5000.05, ",\"posts\":1,\"sentMs\":0.0"))).isTrue();
    assertThat(due.fit(chat(1, 4000.1, ",\"posts\":1,\"sentMs\":100.0"))).isTrue();
    assertThat(due.fit(chat(20, 13500.0, ",\"posts\":0"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|4500.3|,\"posts\":1,\"sentMs\":0.1",
        "2|4499.7|,\"posts\":1,\"sentMs\":0.1",
        "2|4500|,\"posts\":1",
        "2|4500|,\"posts\":1,\"sentMs\":100.1"
      })
  void anotherInstantOrNoSendingIsNoticed(int id, double startMs, String more) throws IOException {
    assertThat(due.fit(chat(1, 4000, ",\"posts\":1,\"sentMs\":0.0"))).isTrue();
    assertThat(due.fit(chat(id, startMs, more))).isFalse();
  }

  @Test
  void withoutALoadNothingIsDue() throws IOException {
    DueTimes none = new DueTimes(null, null);
    assertThat(none.fit(chat(1, 7, ",\"posts\":1"))).isTrue();
    assertThat(none.fit(chat(2, 9, ",\"posts\":1,\"sentMs\":1.0"))).isFalse();
  }
}
