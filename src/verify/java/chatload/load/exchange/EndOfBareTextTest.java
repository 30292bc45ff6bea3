package chatload.load.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.protocol.mapping.Protocols;
import chatload.protocol.mapping.Spoken;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nothing in a reply says that it is whole, the way in which its response ends has to. */
class EndOfBareTextTest {

  @ParameterizedTest
  @CsvSource({
    "text, transfer-encoding, chunked, false",
    "text, transfer-encoding, 'gzip, chunked', false",
    "text, transfer-encoding, identity, true",
    "text, transfer-encoding, gzip, true",
    "text, content-length, 12, false",
    "text, x-other, 1, true",
    "openai-chat, x-other, 1, false",
  })
  void onlyALengthOrChunksProveIt(String protocol, String header, String value, boolean unproven) {
    ChatPlan plan =
        new ChatPlan(
            1,
            1,
            "trace-1",
            "thread-1",
            "hi",
            new Secret("t"),
            Duration.ofSeconds(5),
            List.of(),
            Redaction.of(List.of()));
    ChatResponse response =
        new ChatResponse(
            plan, RunIds.NONE, Spoken.of(protocol, Protocols.text(protocol), null).protocol());
    HttpHeaders head = new DefaultHttpHeaders().set(header, value);
    response.begin(HttpResponseStatus.OK, head.set("content-type", "text/plain"));
    ConnectionSeen connection = new ConnectionSeen();
    connection.connected(new EmbeddedChannel(new ChannelInboundHandlerAdapter()));
    assertThat(response.endsUnproven(connection)).isEqualTo(unproven);
  }
}
