package chatload.service;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.OnIdleMachine;
import chatload.protocol.EmbeddedProof;
import chatload.service.RawClient.Until;
import chatload.service.fault.Fault;
import chatload.service.reply.Delay;
import chatload.service.reply.Timing;
import chatload.service.reply.WireFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault, asked for by the message, as a raw client sees it. */
@OnIdleMachine
class FaultsOnTheWireTest {

  private static EmbeddedTarget target;

  @BeforeAll
  static void start() {
    target =
        EmbeddedTarget.start(
            TargetConfig.defaults(RawClient.SECRET)
                .withTiming(new Timing(new Delay.Fixed(6), new Delay.Fixed(2), 4, 1)));
  }

  @AfterAll
  static void stop() {
    target.close();
  }

  static Stream<Fault> faults() {
    return Stream.of(Fault.values()).filter(fault -> fault.isIn(WireFormat.EYWA));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_does_on_the_wire_what_it_says(Fault fault) {
    WireCheck row = WireChecks.ALL.get(fault);
    String request =
        RawClient.post(
            RawClient.headers(WireCheck.TRACE_ID),
            RawClient.body("hello [fault:" + fault.label() + "]"));

    RawResponse response = RawClient.exchange(target, request, row.until());

    row.check().accept(response);
    if (!response.head().isEmpty() && fault != Fault.INTERIM && fault != Fault.ENDLESS_INTERIM) {
      assertThat(response.header("server")).contains(EmbeddedProof.SERVER);
    }
    assertThat(target.journal().entry(WireCheck.TRACE_ID).orElseThrow().fault())
        .isEqualTo(fault.label());
  }

  @Test
  void the_trace_id_of_the_chat_before_is_that_of_the_chat_before() {
    String fault = RawClient.body("[fault:others-trace]");
    for (String traceId : List.of("first", "second")) {
      RawClient.exchange(target, RawClient.post(RawClient.headers(traceId), fault), Until.COMPLETE);
    }
    RawResponse third =
        RawClient.exchange(
            target, RawClient.post(RawClient.headers("third"), fault), Until.COMPLETE);

    assertThat(third.header("x-trace-id")).contains("second");
    assertThat(third.last().path("traceId").asText()).isEqualTo("second");
    assertThat(third.text()).doesNotContain("third");
  }

  @Test
  void every_fault_has_a_row() {
    assertThat(WireChecks.ALL.keySet()).containsExactlyElementsOf(faults().toList());
  }

  @Test
  void late_headers_come_with_the_first_token_and_other_headers_at_once() {
    try (EmbeddedTarget slow =
            EmbeddedTarget.start(
                TargetConfig.defaults(RawClient.SECRET)
                    .withTiming(new Timing(new Delay.Fixed(3000), new Delay.Fixed(1), 1, 1)));
        RawClient late = new RawClient(slow);
        RawClient early = new RawClient(slow)) {
      late.send(RawClient.post(RawClient.headers("late"), RawClient.body("[fault:late-headers]")));
      early.send(RawClient.post(RawClient.headers("early"), RawClient.body("hello")));

      assertThat(early.read(Until.SILENCE).names()).isEqualTo("meta");
      assertThat(late.read(Until.SILENCE).bytes()).isEmpty();
    }
  }
}
