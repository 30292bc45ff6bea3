package chatload.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.Framing;
import chatload.protocol.mapping.Protocols;
import chatload.run.Outcome;
import chatload.service.fault.Fault;
import chatload.service.fault.FaultyReplies;
import chatload.service.reply.ReceivedRequest;
import chatload.service.reply.Replies;
import chatload.service.reply.Script;
import chatload.service.reply.Timeline;
import chatload.service.reply.WireFormat;
import chatload.service.reply.Write;
import chatload.settings.Settings;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * In every protocol, the bytes that the embedded service sends are read for what they are: two
 * descriptions of each protocol, made apart from each other, agree.
 */
class ProtocolReadingsTest {

  /** What takes a clock, a connection or a client to see. */
  private static final Set<Outcome> NOT_OF_BYTES =
      EnumSet.of(
          Outcome.CONNECT_ERROR,
          Outcome.AUTH_ERROR,
          Outcome.RATE_LIMITED,
          Outcome.HTTP_ERROR,
          Outcome.NOT_SSE,
          Outcome.FIRST_TOKEN_TIMEOUT,
          Outcome.TOTAL_TIMEOUT,
          Outcome.STREAM_CUT);

  private static final Set<Fault> OF_CLIENTS =
      EnumSet.of(
          Fault.NOT_HTTP,
          Fault.NOT_GZIP,
          Fault.GZIP_BOMB,
          Fault.ENDLESS_LINE,
          Fault.TOKEN_FLOOD,
          Fault.BAD_CHUNK_SIZE,
          Fault.LENGTH_TOO_SHORT,
          Fault.LENGTH_TOO_LONG,
          Fault.HUGE_HEADERS,
          Fault.MANY_HEADERS,
          Fault.TWO_RESPONSES,
          Fault.HTTP10_CLOSE,
          Fault.LEAVE_OPEN);

  private static List<Row> rows() {
    return ProtocolRows.ALL.stream()
        .filter(row -> !NOT_OF_BYTES.contains(row.outcomes().get(0)))
        .filter(row -> !OF_CLIENTS.contains(Fault.labelled(row.label())))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> what_the_service_sends_is_read_for_what_it_is() {
    return rows().stream()
        .map(
            row ->
                dynamicTest(
                    row.toString(),
                    () ->
                        assertThat(ReplyReading.of(Fault.labelled(row.label()), row.wire()))
                            .hasValue(row.outcomes().get(0))));
  }

  @Test
  void every_protocol_is_read_in_every_way_that_it_has_to_fail() {
    assertThat(rows()).extracting(row -> row.wire().name()).contains("openai-chat", "text");
    assertThat(rows())
        .extracting(row -> row.outcomes().get(0))
        .contains(
            Outcome.OK,
            Outcome.TRUNCATED,
            Outcome.CUT_SHORT,
            Outcome.REFUSED,
            Outcome.FILTERED,
            Outcome.NO_ANSWER,
            Outcome.OTHER_MODEL,
            Outcome.EMPTY,
            Outcome.ERROR_EVENT,
            Outcome.FALLBACK_REPLY,
            Outcome.MALFORMED);
  }

  /** What this project reads from the bytes of the embedded service, without sockets and clocks. */
  private static final class ReplyReading {

    private static final Timeline TIMES = new Timeline(new long[] {100, 200, 300, 400, 500}, 600);

    private final ChatReading reading;
    private final Framing framing;
    private boolean isStream;
    private boolean isWhole;
    private long now;

    private ReplyReading(WireFormat wire) {
      ChatProtocol protocol =
          wire == WireFormat.EYWA ? ChatProtocol.EYWA : Protocols.named(wire.name());
      this.reading =
          new ChatReading(
              protocol,
              Settings.of(Map.of(), new Properties(), Map.of()).fallbackReplies(),
              UnaryOperator.identity());
      this.framing =
          protocol.framing((name, data) -> reading.event(name, data, ++now), reading.longTexts());
    }

    /** The outcome of a chat that gets that fault; empty if not even a stream that ends comes. */
    static Optional<Outcome> of(Fault fault, WireFormat wire) {
      ReplyReading reply = new ReplyReading(wire);
      reply.read(script(fault, wire));
      if (!reply.isStream || !reply.isWhole) {
        return Optional.empty();
      }
      reply.reading.ended(reply.framing.end(), ++reply.now);
      return Optional.of(reply.reading.outcome());
    }

    private static Script script(Fault fault, WireFormat wire) {
      ReceivedRequest request =
          new ReceivedRequest(
              0, "POST", "trace-of-the-chat", new DefaultHttpHeaders(), new byte[0], true, false);
      return FaultyReplies.script(fault, Replies.to(request, wire, TIMES, null));
    }

    private void read(Script script) {
      EmbeddedChannel http =
          new EmbeddedChannel(new HttpResponseDecoder(), new HttpContentDecompressor(0));
      for (Write write : script.writes()) {
        http.writeInbound(write.bytes().duplicate());
        for (Object part = http.readInbound(); part != null; part = http.readInbound()) {
          take(part);
        }
      }
      http.finishAndReleaseAll();
    }

    private void take(Object part) {
      if (part instanceof HttpResponse response) {
        String type = response.headers().get("content-type", "").split(";")[0];
        isStream = response.status().equals(HttpResponseStatus.OK) && !type.isEmpty();
      }
      if (part instanceof HttpContent content) {
        if (isStream) {
          ByteBuf bytes = content.content();
          framing.feed(bytes.nioBuffer());
        }
        isWhole |= part instanceof LastHttpContent && content.decoderResult().isSuccess();
        content.release();
      }
    }
  }
}
