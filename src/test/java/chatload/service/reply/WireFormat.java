package chatload.service.reply;

import chatload.files.Json;
import chatload.protocol.EmbeddedProof;
import chatload.protocol.mapping.Protocols;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * How the services of one protocol word their replies: a resource in {@code wires}, written after
 * what such services send and not after the files by which this project reads them, so that each
 * checks the other.
 *
 * <p>A file begins with {@code key: value}; then come parts of replies, each behind a line {@code
 * == NAME}, letter by letter as they cross the wire. {@code ${text}}, {@code ${trace}} and {@code
 * ${proof}} are filled in as JSON strings, {@code ${text}} of bare text as it is; what {@link
 * ReplyEvent#filledIn} fills in depends on the events before.
 */
public final class WireFormat {

  /** What the checklist's service speaks, first, and all others. */
  public static final List<String> NAMES =
      Stream.concat(Stream.of("eywa"), Protocols.described().stream()).toList();

  private static final Map<String, WireFormat> READ = new ConcurrentHashMap<>();

  /** Parts after which the reply goes on. */
  private static final Set<String> IN_BETWEEN =
      Set.of(
          "start",
          "heartbeats",
          "thinking",
          "retracted",
          "other-model",
          "nameless-error",
          "nameless-error-after-done",
          "error-without-data",
          "named-exception");

  /** Of the checklist's service. */
  public static final WireFormat EYWA = named(NAMES.get(0));

  private final String name;
  private final Map<String, String> head;
  private final Map<String, String> parts;
  private final List<ReplyEvent> reply;

  private WireFormat(String name, Map<String, String> head, Map<String, String> parts) {
    this.name = name;
    this.head = head;
    this.parts = parts;
    this.reply = texts(ReplyText.REPLY);
  }

  /** One of {@link #NAMES}. */
  public static WireFormat named(String name) {
    return READ.computeIfAbsent(name, WireFormat::read);
  }

  private static WireFormat read(String name) {
    try (InputStream in =
        WireFormat.class.getResourceAsStream("/chatload/service/wires/" + name + ".txt")) {
      String[] all = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^== ");
      Map<String, String> head = new LinkedHashMap<>();
      all[0]
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(": ", 2))
          .forEach(entry -> head.put(entry[0], entry[1]));
      Map<String, String> parts = new LinkedHashMap<>();
      Stream.of(all)
          .skip(1)
          .map(part -> part.split("\n", 2))
          .forEach(part -> parts.put(part[0], part[1]));
      if (head.get("lines").equals("none")) {
        parts.replaceAll((part, text) -> text.substring(0, text.length() - 1));
      }
      return new WireFormat(name, head, parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String name() {
    return name;
  }

  /** Where its services take chats, with its query. */
  public String path() {
    return head.get("path");
  }

  String contentType() {
    return head.get("content-type");
  }

  /** The same without parameters. */
  public String mediaType() {
    return contentType().split(";")[0];
  }

  /** A further header of each reply, name and value; null for none. */
  String header() {
    return head.get("header");
  }

  /** Whether its replies are server-sent events. */
  public boolean isSse() {
    return head.get("lines").equals("sse");
  }

  /** Whether its replies have lines at all. */
  public boolean hasLines() {
    return !head.get("lines").equals("none");
  }

  /** Whether each piece of text is a member of a JSON object. */
  public boolean hasObjects() {
    return parts.get("text").contains("\":${text}");
  }

  /** Whether its events are numbered. */
  public boolean isNumbered() {
    return parts.get("text").contains("${n}");
  }

  /** What a request has to hold beside the message: {@code /path}, {@code /path=value}. */
  List<String> needs() {
    return words("needs");
  }

  /** Where the message can be in a request. */
  List<String> messages() {
    return words("message");
  }

  private List<String> words(String key) {
    return head.containsKey(key) ? List.of(head.get(key).split(" ")) : List.of();
  }

  /** Whether its services can say that. */
  public boolean has(String part) {
    return parts.containsKey(part);
  }

  /** A part that holds no text of the reply. */
  public ReplyEvent part(String part, String traceId) {
    String text =
        parts
            .get(part)
            .replace("${trace}", quoted(traceId))
            .replace("${proof}", quoted(EmbeddedProof.of(traceId)));
    return new ReplyEvent(text, "", !IN_BETWEEN.contains(part));
  }

  /** A piece of the reply. */
  public ReplyEvent text(String text) {
    return text(text, hasLines() ? quoted(text) : text);
  }

  /** The same with something else where the quoted text stands. */
  public ReplyEvent text(String text, String inItsPlace) {
    return new ReplyEvent(parts.get("text").replace("${text}", inItsPlace), text, false);
  }

  /** A piece whose member with the text stands there twice. */
  public ReplyEvent textTwice(String one, String other) {
    String twice =
        parts
            .get("text")
            .replaceFirst("(\"\\w+\":)\\$\\{text}", "$1" + quoted(one) + ",$1" + quoted(other));
    return new ReplyEvent(twice, one, false);
  }

  /** In pieces as the model sends them. */
  public List<ReplyEvent> texts(String text) {
    return ReplyText.slices(text).stream().map(this::text).toList();
  }

  /** {@link ReplyText#REPLY}, slice by slice; every chat shares these, and their encoded bytes. */
  List<ReplyEvent> reply() {
    return reply;
  }

  static String quoted(String text) {
    try {
      return Json.MAPPER.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
