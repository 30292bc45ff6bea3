package chatload.load.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedBodyTest {

  private static final String TEXT = "Trains run on rails, and that is all there is to say.";

  private final StringBuilder read = new StringBuilder();
  private boolean hasEnded;
  private Throwable problem;

  /**
   * Takes a response whose body comes in two pieces, the second of which is said to be the last.
   */
  private void take(String coding, byte[] body, int first) {
    read.setLength(0);
    hasEnded = false;
    problem = null;
    EmbeddedChannel channel = new EmbeddedChannel(new HttpContentDecompressor(0));
    CompressedBody.watch(channel.pipeline());
    HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    head.headers().set("transfer-encoding", "chunked");
    if (coding != null) {
      head.headers().set("content-encoding", coding);
    }
    try {
      channel.writeInbound(head);
      channel.writeInbound(new DefaultHttpContent(Unpooled.copiedBuffer(body, 0, first)));
      channel.writeInbound(
          new DefaultLastHttpContent(Unpooled.copiedBuffer(body, first, body.length - first)));
    } catch (Exception e) {
      problem = e;
    }
    for (Object part = channel.readInbound(); part != null; part = channel.readInbound()) {
      if (part instanceof HttpContent content) {
        read.append(content.content().toString(UTF_8));
        content.release();
      }
      hasEnded |= part instanceof LastHttpContent;
    }
    channel.close();
  }

  private static byte[] compressed(String coding) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        coding.equals("gzip") ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
      out.write(TEXT.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void a_body_that_is_cut_at_whichever_byte_has_no_good_end(String coding) throws IOException {
    byte[] whole = compressed(coding);
    for (int length = 1; length < whole.length; length++) {
      take(coding, Arrays.copyOf(whole, length), length / 2);
      assertThat(problem).as("after %d bytes", length).isInstanceOf(CompressedBody.Cut.class);
      assertThat(hasEnded).isFalse();
      assertThat(TEXT).startsWith(read);
    }
    take(coding, whole, whole.length / 2);
    assertThat(problem).isNull();
    assertThat(hasEnded).isTrue();
    assertThat(read).hasToString(TEXT);
  }

  @Test
  void several_members_of_gzip_are_one_body() throws IOException {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.write(compressed("gzip"));
    two.write(compressed("gzip"));
    take("gzip", two.toByteArray(), 30);
    assertThat(problem).isNull();
    assertThat(read).hasToString(TEXT + TEXT);
  }

  @Test
  void what_is_not_compressed_or_empty_ends_as_it_does() {
    take(null, TEXT.getBytes(UTF_8), 5);
    assertThat(problem).isNull();
    assertThat(read).hasToString(TEXT);
    take("gzip", new byte[0], 0);
    assertThat(problem).isNull();
    assertThat(hasEnded).isTrue();
  }
}
