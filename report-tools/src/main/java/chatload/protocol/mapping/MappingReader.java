package chatload.protocol.mapping;

import chatload.files.Json;
import chatload.protocol.ChatEvent;
import chatload.protocol.EventReader;
import chatload.protocol.Framing;
import chatload.protocol.errors.Flaw;
import chatload.protocol.errors.ServiceErrors;
import chatload.protocol.mapping.Shape.Hole;
import chatload.run.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the events of one chat by the rules of a protocol file. */
final class MappingReader implements EventReader {

  private static final String NO_NAME = "message";
  private static final int MOST_OF_BARE = 4096;

  /** Where each event looks different, to make shapes would only take time. */
  private static final int MOST_SHAPES = 8;

  private final Mapping mapping;
  private final TextReading text;
  private final EndReading end;
  private long lastNumber = -1;

  /** Of the last event that was a piece of text and nothing else; null if none is known. */
  private Shape shape;

  private int shapes;

  /** The beginning of a reply whose pieces are no JSON. */
  private final StringBuilder bare = new StringBuilder();

  MappingReader(Mapping mapping) {
    this(mapping, MOST_SHAPES);
  }

  /**
   * @param shapes that are made at most
   */
  MappingReader(Mapping mapping, int shapes) {
    this.mapping = mapping;
    this.shapes = shapes;
    this.text = new TextReading(mapping.reading.isCumulative());
    this.end = new EndReading(mapping, this::errorInReply);
  }

  @Override
  public ChatEvent read(String name, String data) {
    if (end.isMarker(data)) {
      return end.marker();
    }
    if (shape != null && shape.fits(name, data)) {
      return again(data);
    }
    if (data == null || data.isBlank() && mapping.reading.isJson()) {
      return withoutData(name, data);
    }
    JsonNode json = mapping.reading.isJson() ? parse(data) : TextNode.valueOf(data);
    if (json.isMissingNode()) {
      return withoutJson(name, data);
    }
    String kind = mapping.kind(name, json);
    Mapping.Known known = mapping.of(kind);
    ChatEvent hole = mapping.sequence == null ? null : hole(mapping.sequence.first(json));
    if (known.meanings().isIgnored()) {
      return hole == null ? ChatEvent.Other.KNOWN : hole;
    }
    String called = kind == null ? name : kind;
    ChatEvent failure = failure(known, called, name, data, json);
    if (failure != null || hole != null) {
      return failure == null ? hole : failure;
    }
    ChatEvent event = meaning(known, called, data, json);
    if (isText(event) && !end.hasReason() && mapping.reading.isJson() && shapes > 0) {
      shapes--;
      Shape made = ShapeMaker.of(mapping, known.meanings(), called, name, data, json);
      shape = made == null ? shape : made;
    }
    return event;
  }

  /** An event that means what the last one of its shape did. */
  private ChatEvent again(String data) {
    Long number = shape.number(Hole.SEQUENCE);
    ChatEvent lost = number == null ? null : lost(number);
    if (lost != null) {
      return lost;
    }
    List<ChatEvent> events = new ArrayList<>(2);
    text.add(shape.text(), null, events);
    if (isTextLate(events)) {
      return textAfterEnd(data);
    }
    UsageReading.add(
        shape.number(Hole.INPUT), shape.number(Hole.OUTPUT), shape.number(Hole.REASONING), events);
    return one(events);
  }

  /** Events without data are none by the standard; some services send their errors so. */
  private ChatEvent withoutData(String name, String data) {
    Mapping.Known known = mapping.of(name);
    if (!known.isDeclared()) {
      return ServiceErrors.isErrorName(name)
          ? new ChatEvent.ServiceError(ServiceErrors.words(data, MissingNode.getInstance()))
          : ChatEvent.Other.UNKNOWN;
    }
    boolean isRead = data != null && mapping.reading.byName() && !known.meanings().isIgnored();
    JsonNode nothing = MissingNode.getInstance();
    ChatEvent failure = ErrorReading.read(known.meanings().errors(), data, nothing);
    return failure != null
        ? failure
        : isRead ? meaning(known, name, data, nothing) : ChatEvent.Other.KNOWN;
  }

  /**
   * Where JSON is due, anything else is a loss, unless it is an error or a heartbeat by its name.
   */
  private ChatEvent withoutJson(String name, String data) {
    Mapping.Known known = mapping.of(name);
    if (known.meanings().isIgnored()) {
      return ChatEvent.Other.KNOWN;
    }
    if (ServiceErrors.isErrorName(name)) {
      return new ChatEvent.ServiceError(data);
    }
    Flaw flaw = ServiceErrors.in(name, data, MissingNode.getInstance(), false, mapping.explained);
    if (flaw != null && flaw.kind() == Flaw.Kind.ERROR) {
      return new ChatEvent.ServiceError(flaw.words());
    }
    return name.equals(NO_NAME) || known.isDeclared()
        ? new ChatEvent.Malformed("an event that is no JSON: " + data)
        : unknown(name, flaw);
  }

  private ChatEvent unknown(String name, Flaw flaw) {
    return mapping.reading.refusesUnknown()
        ? new ChatEvent.Malformed("an event that the protocol does not know: " + name)
        : flaw == null ? ChatEvent.Other.UNKNOWN : new ChatEvent.Other(false, flaw);
  }

  private ChatEvent failure(
      Mapping.Known known, String kind, String name, String data, JsonNode json) {
    ChatEvent error = ErrorReading.read(known.meanings().errors(), data, json);
    if (error != null) {
      return error;
    }
    boolean isErrorName =
        !known.isDeclared()
            && (ServiceErrors.isErrorName(kind)
                || !name.equals(NO_NAME) && ServiceErrors.isErrorName(name));
    return isErrorName ? new ChatEvent.ServiceError(ServiceErrors.words(data, json)) : null;
  }

  private ChatEvent hole(JsonNode number) {
    return number == null || !number.canConvertToLong() ? null : lost(number.asLong());
  }

  private ChatEvent lost(long number) {
    long before = lastNumber;
    lastNumber = Math.max(lastNumber, number);
    return before >= 0 && number > before + 1
        ? new ChatEvent.Malformed("events were lost between numbers " + before + " and " + number)
        : null;
  }

  private ChatEvent meaning(Mapping.Known known, String kind, String data, JsonNode json) {
    Mapping.Meanings rules = known.meanings();
    boolean isEnd = end.isBy(rules, json);
    Flaw flaw = flaw(rules, kind, data, json, isEnd);
    if (flaw != null && flaw.kind() == Flaw.Kind.ERROR) {
      return new ChatEvent.ServiceError(flaw.words());
    }
    List<ChatEvent> events = new ArrayList<>(2);
    if (matches(rules.steps(), json)) {
      events.add(new ChatEvent.StepStart());
    }
    for (Rules.Retract rule : rules.retracts()) {
      if (Rules.isIn(rule.at(), json)) {
        text.retracted();
        events.add(new ChatEvent.Retracted(rule.all()));
      }
    }
    boolean isMatched = text.read(rules.texts(), json, data, events);
    if (isTextLate(events)) {
      return textAfterEnd(data);
    }
    if (matches(rules.otherModels(), json)) {
      events.add(new ChatEvent.Other(true, new Flaw(Flaw.Kind.OTHER_MODEL, String.valueOf(data))));
    }
    if (flaw != null) {
      events.add(new ChatEvent.Other(known.isDeclared(), flaw));
    }
    isMatched |= UsageReading.read(mapping.used, json, events);
    end.read(rules, kind, json, isEnd, events);
    if (events.isEmpty()) {
      return isMatched || known.isDeclared() ? ChatEvent.Other.KNOWN : unknown(kind, null);
    }
    return one(events);
  }

  private static ChatEvent one(List<ChatEvent> events) {
    return events.size() == 1 ? events.get(0) : new ChatEvent.Several(events);
  }

  private boolean isTextLate(List<ChatEvent> events) {
    for (ChatEvent event : events) {
      if (event instanceof ChatEvent.Token token && !token.text().isEmpty()) {
        return !end.goesOn();
      }
    }
    return false;
  }

  private static ChatEvent textAfterEnd(String data) {
    return new ChatEvent.Malformed("text after the end of the reply: " + data);
  }

  /** Data that is the text of the reply itself is looked through as a whole, unless it is JSON. */
  private Flaw flaw(
      Mapping.Meanings rules, String kind, String data, JsonNode json, boolean isEnd) {
    JsonNode searched = mapping.reading.isJson() ? json : parse(data);
    boolean isReply =
        !mapping.reading.isJson()
            && !searched.isContainerNode()
            && rules.texts().stream().anyMatch(RuleReader::isVisible);
    if (isReply) {
      bare.append(data, 0, Math.min(data.length(), MOST_OF_BARE - bare.length()));
      return null;
    }
    return ServiceErrors.in(kind, data, searched, isEnd, mapping.explained);
  }

  private Flaw errorInReply() {
    Flaw flaw = ServiceErrors.in(NO_NAME, bare.toString(), MissingNode.getInstance(), true);
    return flaw != null && flaw.kind() == Flaw.Kind.ERROR ? flaw : null;
  }

  /** Whether an event is a piece of text and nothing else, unless it says what was used. */
  private static boolean isText(ChatEvent event) {
    if (event instanceof ChatEvent.Several several) {
      List<ChatEvent> both = several.events();
      return both.size() == 2 && isText(both.get(0)) && both.get(1) instanceof ChatEvent.Used;
    }
    return event instanceof ChatEvent.Token token
        && token.flaw() == null
        && !token.text().isEmpty();
  }

  static boolean matches(List<Rules.Match> rules, JsonNode json) {
    for (Rules.Match rule : rules) {
      if (Rules.isIn(rule.at(), json)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public ChatEvent atEnd(Framing.Rest rest) {
    if (rest == null) {
      return end.atEnd(false);
    }
    if (end.isMarker(rest.data())) {
      return end.marker();
    }
    if (parse(rest.data()).isMissingNode()) {
      return end.atEnd(true);
    }
    ChatEvent last = read(rest.name(), rest.data());
    if (!mapping.framing.isLastLineAnEvent()) {
      return isError(last) ? last : end.atEnd(true);
    }
    return new ChatEvent.Several(List.of(last, end.atEnd(false)));
  }

  private static boolean isError(ChatEvent event) {
    return event instanceof ChatEvent.ServiceError
        || event instanceof ChatEvent.Failed failed && failed.outcome() == Outcome.ERROR_EVENT;
  }

  private static JsonNode parse(String data) {
    try {
      return Json.MAPPER.readTree(data);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
