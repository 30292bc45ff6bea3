package chatload.load.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.Outcome;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A response that is no event stream: a byte for the split, two for the status, the content type up
 * to a line feed, and the body in pieces of any size, which must not change what is kept.
 */
public final class ErrorResponseFuzz {

  private ErrorResponseFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 3) {
      return;
    }
    int lineEnd = 3;
    while (lineEnd < input.length && input[lineEnd] != '\n') {
      lineEnd++;
    }
    String contentType = new String(input, 3, lineEnd - 3, StandardCharsets.ISO_8859_1);
    byte[] body = Arrays.copyOfRange(input, Math.min(input.length, lineEnd + 1), input.length);
    int status = 100 + ((input[1] & 0xff) << 8 | input[2] & 0xff) % 900;

    Random random = new Random(input[0]);
    String inPieces = words(status, contentType, body, () -> random.nextInt(64));
    assertThat(inPieces).isEqualTo(words(status, contentType, body, () -> body.length));
    if (inPieces != null) {
      assertThat(inPieces).hasSizeLessThan(4096 + 2 * contentType.length() + 100);
    }
  }

  /** Null when it is an event stream after all. */
  private static String words(
      int status, String contentType, byte[] body, java.util.function.IntSupplier size) {
    HttpHeaders headers =
        DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
    headers.set("content-type", contentType);
    headers.set("retry-after", contentType);
    var response =
        ErrorResponse.of(HttpResponseStatus.valueOf(status), headers, List.of("text/event-stream"));
    if (response.isEmpty()) {
      assertThat(status).isEqualTo(200);
      return null;
    }
    assertThat(response.get().trouble().outcome()).isNotEqualTo(Outcome.OK);
    assertThat(response.get().trouble().cause()).isNotNull();
    boolean enough = false;
    for (int from = 0; from < body.length && !enough; ) {
      int length = Math.min(body.length - from, size.getAsInt());
      enough = response.get().add(Unpooled.wrappedBuffer(body, from, length));
      from += length;
    }
    return response.get().trouble().words();
  }
}
