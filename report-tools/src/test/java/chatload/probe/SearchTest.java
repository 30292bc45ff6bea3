package chatload.probe;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.preflight.Finding;
import chatload.protocol.ChatProtocol;
import chatload.protocol.mapping.Vector;
import chatload.run.Outcome;
import chatload.settings.ProtocolSetting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A probe finds the protocol of every service, and calls none that fails OK. */
class SearchTest {

  private static final List<ChatProtocol> PROTOCOLS = ProtocolSetting.all();
  private static final List<String> NAMES = PROTOCOLS.stream().map(ChatProtocol::name).toList();
  private static final Redaction REDACTION = Redaction.of(List.of(new Secret("s3cret-of-ours")));

  static Stream<Vector> whole() {
    return vectors().filter(vector -> vector.outcome().isOk());
  }

  static Stream<Vector> failed() {
    return vectors().filter(vector -> !vector.outcome().isOk());
  }

  private static Stream<Vector> vectors() {
    return NAMES.stream()
        .filter(name -> !name.equals(ProtocolSetting.EYWA))
        .flatMap(name -> Vector.of(name).stream());
  }

  @ParameterizedTest
  @MethodSource("whole")
  void aWholeReplyIsReadInItsProtocol(Vector vector) {
    Search search = search(sentAs -> answer(typeOf(vector.protocol()), vector.body()));
    Attempt last = search.conclusion().orElseThrow();
    assertThat(last.best()).extracting(Reading::protocol).contains(vector.protocol());
    assertThat(search.found()).isPresent();
    assertThat(search.attempts()).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("failed")
  void noProtocolIsPickedThatOverlooksAFailure(Vector vector) {
    Search search = search(sentAs -> answer(typeOf(vector.protocol()), vector.body()));
    assertThat(search.found()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("failed")
  void eventsThatAreCalledTextAreNoText(Vector vector) {
    if (!vector.protocol().equals("text")) {
      Search search = search(sentAs -> answer("text/plain", vector.body()));
      assertThat(search.found()).isEmpty();
    }
  }

  @Test
  void aRequestOfAKindIsSentOnce() {
    Search search = search(sentAs -> refused(400));
    List<String> asked = search.attempts().stream().map(Attempt::sentAs).toList();
    assertThat(asked).doesNotHaveDuplicates().contains(ProtocolSetting.EYWA);
    assertThat(asked).as("which asks as eywa does").doesNotContain("text");
    assertThat(print(search)).endsWith("HTTP_ERROR: status 400\n  look\n");
  }

  @Test
  void whatNoOtherRequestWouldChangeEndsTheSearch() {
    for (int status : List.of(302, 401, 403, 404, 429)) {
      assertThat(search(sentAs -> refused(status)).attempts()).hasSize(1);
    }
  }

  @Test
  void anAnswerToAnothersRequestIsNotEnough() {
    byte[] ui = Vector.of("ai-sdk-ui").get(0).body();
    Search search =
        search(sentAs -> sentAs.equals("ollama") ? answer("text/event-stream", ui) : refused(400));
    assertThat(search.found()).isEmpty();
    assertThat(print(search))
        .contains("Asked as ollama: answered in ai-sdk-ui, OK\n")
        .contains("with the request of ollama.");
  }

  @Test
  void whatIsShownIsHarmlessAndHoldsNoSecret() {
    String event =
        ": \u001b[2J\n\ndata: {\"type\":\"text-delta\",\"delta\":\"\\u001b[2J s3cret-of-ours\"}\n\n";
    String end = "data: {\"type\":\"finish\"}\n\ndata: [DONE]\n\n";
    byte[] body = (event + end).getBytes(StandardCharsets.UTF_8);
    String shown = print(search(sentAs -> answer("text/event-stream", body)));
    assertThat(shown)
        .contains("1.0 ms  : ␛[2J␊␊data: {")
        .contains("text \"␛[2J (secret)\" ← first that a user sees")
        .contains("fits: ai-sdk-ui: knows 3 of 3 events, 1 with text, ended by data:")
        .doesNotContain("\u001b")
        .doesNotContain("s3cret");
  }

  @Test
  void aChangedProtocolIsTheOtherInAllElse() {
    List<String> own =
        Stream.of(Delegating.class.getDeclaredMethods()).map(Method::getName).toList();
    assertThat(ChatProtocol.class.getDeclaredMethods())
        .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
        .extracting(Method::getName)
        .filteredOn(name -> !name.equals("with")) // fills in variables, which has been done
        .isSubsetOf(own);
  }

  private static Search search(Function<String, Received> service) {
    Search search =
        new Search(PROTOCOLS, NAMES, "http://127.0.0.1/x", List.of("canned reply"), REDACTION);
    for (Optional<String> next = search.next(); next.isPresent(); next = search.next()) {
      search.answered(next.get(), service.apply(next.get()));
    }
    return search;
  }

  private static String print(Search search) {
    StringWriter out = new StringWriter();
    new ProbePrinter(new PrintWriter(out), (answer, reading) -> new Finding("seen", null))
        .print(search);
    return out.toString();
  }

  private static String typeOf(String name) {
    return PROTOCOLS.get(NAMES.indexOf(name)).contentTypes().get(0);
  }

  private static Received answer(String type, byte[] body) {
    List<Received.Piece> pieces = List.of(new Received.Piece(1_000_000, body));
    return new Received(Outcome.EMPTY, null, "", null, 200, type, true, true, pieces);
  }

  private static Received refused(int status) {
    return new Received(
        Outcome.HTTP_ERROR, "no", "status " + status, "look", status, "", true, true, List.of());
  }
}
