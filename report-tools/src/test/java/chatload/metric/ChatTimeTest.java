package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import org.junit.jupiter.api.Test;

class ChatTimeTest {

  private record Moments(long firstGenerated, long firstToken, long terminal)
      implements ChatTime.Clocked {}

  private record Calibration(Double firstTokenErrorP95Ms, Double totalErrorP95Ms)
      implements ChatTime.Calibrated {}

  @Test
  void each_time_of_a_chat_is_read_from_its_own_fields() {
    TimedChat chat = TimedChat.STREAMED.lateBy(3);
    assertThat(ChatTime.FIRST_GENERATED.of(chat)).isEqualTo(50);
    assertThat(ChatTime.FIRST_TOKEN.of(chat)).isEqualTo(100);
    assertThat(ChatTime.TOTAL.of(chat)).isEqualTo(300);
    assertThat(ChatTime.FIRST_TOKEN.nanos(new Moments(6, 7, 8))).isEqualTo(7);
    assertThat(ChatTime.TOTAL.nanos(new Moments(6, 7, 8))).isEqualTo(8);
    assertThat(ChatTime.FIRST_TOKEN.generatorShare(chat)).isEqualTo(3);
    assertThat(ChatTime.TOTAL.generatorShare(chat)).isEqualTo(3);
    assertThat(ChatTime.FIRST_TOKEN.error(new Calibration(5.0, 6.0))).contains(5.0);
    assertThat(ChatTime.TOTAL.error(new Calibration(5.0, 6.0))).contains(6.0);
  }

  @Test
  void a_time_that_a_chat_does_not_have_is_no_number_and_what_is_not_known_adds_nothing() {
    TimedChat chat = new TimedChat(null, null, 2.0, null, null, null, null, null, null);
    assertThat(ChatTime.FIRST_TOKEN.of(chat)).isNaN();
    assertThat(ChatTime.FIRST_TOKEN.generatorShare(chat)).isZero();
    assertThat(ChatTime.TOTAL.error(new Calibration(5.0, null))).isEmpty();
  }

  @Test
  void what_was_generated_first_is_told_in_summaries_where_it_was_not_all_seen_at_once()
      throws Exception {
    Latencies both = Latencies.of(time -> new double[] {time == ChatTime.FIRST_GENERATED ? 5 : 10});
    assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(both)).fieldNames())
        .toIterable()
        .containsExactly("total", "firstToken", "firstGenerated");
  }

  @Test
  void its_words_in_JSON_are_a_contract_and_summaries_list_what_is_limited_first()
      throws Exception {
    Latencies none = Latencies.of(time -> new double[0]);
    assertThat(ChatTime.FIRST_TOKEN.id()).isEqualTo("firstToken");
    assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(none)).fieldNames())
        .toIterable()
        .containsExactly("total", "firstToken");
  }

  @Test
  void it_has_words_of_its_own_for_each_thing_that_is_said_of_it() {
    assertThat(ChatTime.TOTAL.bundle()).isEqualTo("time");
    assertThat(TimePhrase.ALL).extracting(TimePhrase::bundle).containsOnly("time");
    assertThat(TimePhrase.ALL)
        .extracting(TimePhrase::name)
        .contains("FIRST_TOKEN_PER_CHAT", "TOTAL_SLOWEST");
  }
}
