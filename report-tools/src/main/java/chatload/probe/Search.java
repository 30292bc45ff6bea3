package chatload.probe;

import chatload.auth.Redaction;
import chatload.files.Json;
import chatload.protocol.Asked;
import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds out which protocol a service speaks with as few requests as possible: each answer is read
 * in all protocols, a request of one kind is sent once at most, and what the service sends counts,
 * not what its URL looks like.
 */
public final class Search {

  /** What URLs usually hold, for the order in which requests are tried. */
  private static final Map<String, String> SIGNS = new LinkedHashMap<>();

  static {
    SIGNS.put("/chat/completions", "openai-chat");
    SIGNS.put("/responses", "openai-responses");
    SIGNS.put("/v1/messages", "anthropic");
    SIGNS.put("streamGenerateContent", "gemini");
    SIGNS.put("/api/generate", "ollama");
    SIGNS.put(":11434/api/chat", "ollama");
    SIGNS.put("/chat-messages", "dify");
    SIGNS.put("/api/chat", "ai-sdk-ui");
  }

  private final Map<String, ChatProtocol> protocols = new LinkedHashMap<>();
  private final List<String> order;
  private final List<String> cannedReplies;
  private final Redaction redaction;
  private final Map<String, String> shapes = new HashMap<>();
  private final List<Attempt> attempts = new ArrayList<>();

  /**
   * @param protocols in all of which answers are read
   * @param canBeAsked names of those whose request can be made
   * @param cannedReplies beginnings of replies that count as canned
   * @param redaction takes out what must not be shown
   */
  public Search(
      List<ChatProtocol> protocols,
      List<String> canBeAsked,
      String url,
      List<String> cannedReplies,
      Redaction redaction) {
    protocols.forEach(protocol -> this.protocols.put(protocol.name(), protocol));
    String likely =
        SIGNS.entrySet().stream()
            .filter(sign -> url.contains(sign.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    this.order =
        canBeAsked.stream().sorted(Comparator.comparing(name -> !name.equals(likely))).toList();
    this.cannedReplies = cannedReplies;
    this.redaction = redaction;
  }

  /** Content types of all protocols. */
  public static List<String> contentTypes(List<ChatProtocol> protocols) {
    return protocols.stream().flatMap(one -> one.contentTypes().stream()).distinct().toList();
  }

  /** The protocol whose request is to be sent next; empty when there is nothing more to learn. */
  public Optional<String> next() {
    if (attempts.isEmpty()) {
      return order.stream().findFirst();
    }
    Attempt last = attempts.get(attempts.size() - 1);
    if (last.isFinal() || conclusion().isPresent()) {
      return Optional.empty();
    }
    Optional<String> seen =
        last.fit().map(Reading::protocol).filter(order::contains).filter(name -> !wasSent(name));
    return seen.or(() -> order.stream().filter(name -> !wasSent(name)).findFirst());
  }

  /** Takes what came back for the request of that protocol. */
  public void answered(String sentAs, Received answer) {
    List<Reading> readings =
        answer.isStream()
            ? protocols.values().stream()
                .map(protocol -> Replay.quick(answer, protocol, cannedReplies, redaction))
                .toList()
            : List.of();
    attempts.add(new Attempt(sentAs, answer, readings));
  }

  private boolean wasSent(String name) {
    return attempts.stream().anyMatch(attempt -> isSameRequest(attempt.sentAs(), name));
  }

  private boolean isSameRequest(String one, String other) {
    return one.equals(other) || shape(one).equals(shape(other));
  }

  /** All that differs between the requests of protocols, apart from what they accept. */
  private String shape(String name) {
    return shapes.computeIfAbsent(name, this::shapeOf);
  }

  private String shapeOf(String name) {
    ChatRequest request = protocols.get(name).request(new Asked("t", "m", "n", "u"));
    try {
      return request.method()
          + Json.MAPPER.writeValueAsString(
              Json.MAPPER.convertValue(Json.MAPPER.readTree(request.body()), TreeMap.class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reading of that protocol, with its events. */
  Reading shown(Attempt attempt, String protocol) {
    return Replay.of(attempt.answer(), protocols.get(protocol), cannedReplies, redaction);
  }

  List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /** The last answer to a protocol's own request that this protocol explains best. */
  Optional<Attempt> conclusion() {
    return attempts.stream()
        .filter(
            attempt ->
                attempt
                    .fit()
                    .filter(fit -> isSameRequest(attempt.sentAs(), fit.protocol()))
                    .isPresent())
        .reduce((first, second) -> second);
  }

  /** The first answer that some protocol explains, to whichever request. */
  Optional<Attempt> explained() {
    return attempts.stream().filter(attempt -> attempt.fit().isPresent()).findFirst();
  }

  /** The name of the protocol that fits and whose chat was OK; empty if there is none. */
  public Optional<String> found() {
    return conclusion()
        .flatMap(Attempt::fit)
        .filter(fit -> fit.outcome().isOk())
        .map(Reading::protocol);
  }
}
