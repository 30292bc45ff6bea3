package chatload.protocol.mapping;

import chatload.protocol.errors.Explained;
import chatload.protocol.errors.Remembered;
import chatload.protocol.mapping.Rules.Match;
import chatload.protocol.mapping.Rules.Rule;
import chatload.protocol.mapping.Shape.Hole;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a protocol file says. Safe for several threads. */
final class Mapping {

  /** What makes a reply whole. */
  enum EndBy {
    /** An event that a rule names. */
    RULE,
    /** That a reason was said. */
    REASON,
    /** The marker alone. */
    MARKER,
    /** That the response has ended as it should. */
    RESPONSE
  }

  /**
   * How events are told apart and read.
   *
   * @param byName whether the name of an event is its kind
   * @param kind where else its kind is; null if it has none
   * @param isJson whether the data is JSON
   * @param isCumulative whether each text holds all that came before it
   * @param refusesUnknown whether an event of another kind fails the chat
   */
  record Reading(
      boolean byName,
      JsonPath kind,
      boolean isJson,
      boolean isCumulative,
      boolean refusesUnknown) {}

  /**
   * Of the text framing.
   *
   * @param leastCharacters that a whole reply has
   * @param error what a reply is an error with; null for nothing
   */
  record Plain(int leastCharacters, Pattern error) {}

  /**
   * Everything that a file has to say about events, or what of it is about one kind of them.
   *
   * @param steps begin a step of the reply
   * @param ignored nothing in them counts
   * @param known have no meaning, but belong to the protocol
   */
  record Meanings(
      List<Rules.Text> texts,
      List<Rules.Reason> reasons,
      List<Match> ends,
      List<Match> steps,
      List<Rules.Retract> retracts,
      List<Rules.Error> errors,
      List<Match> otherModels,
      List<Match> ignored,
      List<Match> known) {

    private Meanings of(String kind) {
      return new Meanings(
          of(kind, texts),
          of(kind, reasons),
          of(kind, ends),
          of(kind, steps),
          of(kind, retracts),
          of(kind, errors),
          of(kind, otherModels),
          // A rule that names a kind in full says more of it than one for all that begin so.
          isNamed(kind) ? List.of() : of(kind, ignored),
          of(kind, known));
    }

    private static <R extends Rule> List<R> of(String kind, List<R> rules) {
      return rules.stream().filter(rule -> rule.when().has(kind)).toList();
    }

    private Stream<Rule> rules() {
      return Stream.of(texts, reasons, ends, steps, retracts, errors, otherModels, known)
          .flatMap(List::stream);
    }

    private boolean isNamed(String kind) {
      return rules().anyMatch(rule -> rule.when().names(kind));
    }

    /** Where its rules look; what only errors have to say is not among it. */
    private Stream<JsonPath> paths() {
      return Stream.concat(
              rules().map(Rule::at),
              reasons.stream().flatMap(rule -> Stream.of(rule.in(), rule.of())))
          .filter(Objects::nonNull);
    }

    /** Whether any of them is about events of this kind and no other. */
    boolean isDeclared() {
      return Stream.concat(rules(), ignored.stream()).anyMatch(rule -> rule.when() != Kinds.ALL);
    }

    boolean isIgnored() {
      return !ignored.isEmpty();
    }
  }

  /**
   * What is known of one kind of events.
   *
   * @param isDeclared whether the file names the kind
   */
  record Known(Meanings meanings, boolean isDeclared) {}

  final FramingKind framing;
  final Reading reading;
  final Meanings meanings;
  final EndBy endBy;
  final Rules.Marker marker;
  final Rules.Used used;
  final JsonPath sequence;
  final Explained explained;
  final Plain plain;

  /** Members by which rules choose among objects. */
  final Set<String> choosing;

  /** Where numbers are that are read as such. */
  final Map<Hole, List<JsonPath>> numbers;

  private final Remembered<Known> byKind = new Remembered<>(this::find);
  private final Known withoutKind;

  /**
   * @param marker null for none
   * @param sequence where the number of an event is; null for nowhere
   * @param explained what is not searched for errors
   */
  Mapping(
      FramingKind framing,
      Reading reading,
      Meanings meanings,
      EndBy endBy,
      Rules.Marker marker,
      Rules.Used used,
      JsonPath sequence,
      Explained explained,
      Plain plain) {
    this.framing = framing;
    this.reading = reading;
    this.meanings = meanings;
    this.endBy = endBy;
    this.marker = marker;
    this.used = used;
    this.sequence = sequence;
    this.explained = explained;
    this.plain = plain;
    this.choosing =
        Stream.concat(meanings.paths(), Stream.ofNullable(reading.kind()))
            .flatMap(JsonPath::choosing)
            .collect(Collectors.toUnmodifiableSet());
    this.numbers =
        Map.of(
            Hole.SEQUENCE, Stream.ofNullable(sequence).toList(),
            Hole.INPUT, used.input(),
            Hole.OUTPUT, used.output(),
            Hole.REASONING, used.reasoning());
    this.withoutKind = new Known(meanings.of(null), false);
  }

  /**
   * The kind of an event; null if it has none.
   *
   * @param name the event's
   */
  String kind(String name, JsonNode json) {
    if (reading.byName) {
      return name;
    }
    JsonNode kind = reading.kind == null ? null : reading.kind.first(json);
    return kind == null || !kind.isValueNode() ? null : kind.asText();
  }

  /** What is known of that kind of events; null for those without. */
  Known of(String kind) {
    return kind == null ? withoutKind : byKind.of(kind);
  }

  private Known find(String kind) {
    Meanings own = meanings.of(kind);
    return new Known(own, own.isDeclared());
  }
}
