package chatload.preflight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.load.probe.ProbeMain;
import chatload.probe.Received;
import chatload.run.Outcome;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A probe sends one chat as the load does, and keeps every byte of the answer. */
@Timeout(30)
class ProbedChatTest {

  @Test
  void everyByteOfAStreamIsKeptAndJudgedAsTheLoadDoes() throws Exception {
    try (StubService service = StubService.start()) {
      Received answer = ProbeMain.send(Targets.at(service.chatUrl()), false);
      assertThat(answer.outcome()).isEqualTo(Outcome.OK);
      assertThat(answer.ended()).isTrue();
      assertThat(body(answer)).isEqualTo(StubService.REPLY);
      assertThat(answer.pieces()).allMatch(piece -> piece.nanos() > 0);
      assertThat(service.received).hasSize(1);
      assertThat(Received.parse(answer.toJson()).observed()).startsWith("first token after ");
    }
  }

  @Test
  void anAnswerOfWhicheverProtocolIsTakenToItsEnd() throws Exception {
    String body = "0:\"Hi\"\nd:{\"finishReason\":\"stop\"}\n";
    try (StubService service = StubService.start()) {
      service.answering(Probe.WITH_TOKEN, StubService.answer(200, "text/plain", body));
      Received answer = ProbeMain.send(Targets.at(service.chatUrl()), true);
      assertThat(body(answer)).isEqualTo(body);
      assertThat(answer.ended()).isTrue();
      assertThat(answer.proven()).isTrue();
    }
  }

  @Test
  void aRefusalSaysWhatToDo() throws Exception {
    try (StubService service = StubService.start()) {
      service.answering(Probe.WITH_TOKEN, StubService.json(401, StubService.REFUSAL));
      Received answer = ProbeMain.send(Targets.at(service.chatUrl()), true);
      assertThat(answer.outcome()).isEqualTo(Outcome.AUTH_ERROR);
      assertThat(answer.pieces()).isEmpty();
      assertThat(answer.fix()).contains("does not accept the token");
    }
  }

  private static String body(Received answer) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    answer.pieces().forEach(piece -> all.writeBytes(piece.bytes()));
    return all.toString(UTF_8);
  }
}
