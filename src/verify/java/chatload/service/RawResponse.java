package chatload.service;

import chatload.files.Json;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * What a {@link RawClient} read.
 *
 * @param bytes everything, head included
 * @param closed whether the server closed the connection
 * @param reset whether the server reset the connection
 * @param firstTokenNanos when the first token's beginning was read; null if never
 * @param doneNanos when the first done event's beginning was read; null if never
 */
record RawResponse(
    byte[] bytes, boolean closed, boolean reset, Long firstTokenNanos, Long doneNanos) {

  /** One server-sent event with the data lines joined. */
  record Event(String name, String data) {}

  /** Head and body in Latin-1, so that each character is a byte. */
  private String latin1() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  String head() {
    int end = latin1().indexOf("\r\n\r\n");
    return end < 0 ? "" : latin1().substring(0, end + 4);
  }

  String statusLine() {
    return head().lines().findFirst().orElse("");
  }

  Optional<String> header(String name) {
    return head()
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst();
  }

  /** The body as sent, before chunks and compression are undone. */
  byte[] rawBody() {
    return Arrays.copyOfRange(bytes, head().length(), bytes.length);
  }

  List<byte[]> chunks() {
    String body = new String(rawBody(), StandardCharsets.ISO_8859_1);
    List<byte[]> chunks = new ArrayList<>();
    int at = 0;
    while (at < body.length()) {
      int lineEnd = body.indexOf("\r\n", at);
      int length = Integer.parseInt(body.substring(at, lineEnd).split(";")[0], 16);
      int from = lineEnd + 2;
      if (length == 0 || from + length > body.length()) {
        break;
      }
      chunks.add(body.substring(from, from + length).getBytes(StandardCharsets.ISO_8859_1));
      at = from + length + 2;
    }
    return chunks;
  }

  boolean hasLastChunk() {
    return latin1().endsWith("\r\n0\r\n\r\n");
  }

  String body() {
    byte[] body = rawBody();
    if (header("transfer-encoding").isPresent()) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      chunks().forEach(joined::writeBytes);
      body = joined.toByteArray();
    }
    if (header("content-encoding").isPresent()) {
      try (InputStream decoded = decoded(header("content-encoding").get(), body)) {
        body = decoded.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static InputStream decoded(String coding, byte[] body) throws IOException {
    InputStream raw = new ByteArrayInputStream(body);
    return switch (coding) {
      case "gzip" -> new GZIPInputStream(raw);
      case "deflate" -> new InflaterInputStream(raw);
      case "br" -> new BrotliInputStream(raw);
      default -> throw new IOException("no decoder for " + coding);
    };
  }

  /** As the specification of server-sent events reads the body. */
  List<Event> events() {
    String text = body().replaceFirst("^\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    List<Event> events = new ArrayList<>();
    for (String block : text.split("\n\n")) {
      String name = values(block, "event").stream().findFirst().orElse("message");
      List<String> data = values(block, "data");
      if (!data.isEmpty()) {
        events.add(new Event(name, String.join("\n", data)));
      }
    }
    return events;
  }

  private static List<String> values(String block, String field) {
    return block
        .lines()
        .filter(line -> line.startsWith(field + ": "))
        .map(line -> line.substring(field.length() + 2))
        .toList();
  }

  /** The names of all events in order, such as {@code meta token token done}. */
  String names() {
    return events().stream().map(Event::name).collect(Collectors.joining(" "));
  }

  /** The text of all tokens. */
  String reply() {
    return events().stream()
        .filter(event -> event.name().equals("token"))
        .map(event -> json(event.data()).path("text").asText())
        .collect(Collectors.joining());
  }

  /** The data of the last event. */
  JsonNode last() {
    return json(events().get(events().size() - 1).data());
  }

  static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is a whole response, by its own headers. */
  static boolean isComplete(byte[] bytes) {
    RawResponse response = new RawResponse(bytes, false, false, null, null);
    if (response.head().isEmpty()) {
      return false;
    }
    return response
        .header("content-length")
        .map(length -> response.rawBody().length >= Integer.parseInt(length))
        .orElseGet(response::hasLastChunk);
  }
}
