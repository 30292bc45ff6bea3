package chatload.protocol.mapping;

import chatload.protocol.errors.Explained;
import chatload.protocol.mapping.Rules.Match;
import chatload.protocol.mapping.Rules.Role;
import chatload.yaml.Section;
import chatload.yaml.Yaml.Members;
import chatload.yaml.Yaml.Scalar;
import chatload.yaml.Yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Reads the rules of a protocol file. */
final class RuleReader {

  private static final JsonPath WHOLE = JsonPath.parse("");

  private final Section file;

  RuleReader(Section file) {
    this.file = file;
  }

  private enum Is {
    REPETITION
  }

  /** How much is taken back. */
  private enum What {
    ALL,
    STEP
  }

  Mapping.Meanings meanings() {
    List<Rules.Text> texts = new ArrayList<>();
    texts.addAll(texts("visible", Role.VISIBLE));
    texts.addAll(texts("generated", Role.GENERATED));
    texts.addAll(texts("tool-call", Role.CALL));
    return new Mapping.Meanings(
        withAbove(texts),
        rules("reason", List.of("when", "in", "of", "at", "means", "absent"), this::reason),
        file.value("end").orElse(null) instanceof Scalar ? List.of() : matches("end"),
        kinds("step"),
        rules("retract", List.of("when", "at", "what"), this::retract),
        rules("error", List.of("when", "at", "message", "kind", "busy"), this::error),
        matches("other-model"),
        kinds("ignore"),
        kinds("known"));
  }

  static boolean isVisible(Rules.Text rule) {
    return rule.role() == Role.VISIBLE;
  }

  private List<Rules.Text> texts(String key, Role role) {
    List<Rules.Text> texts = new ArrayList<>();
    for (Value value : file.list(key)) {
      if (value instanceof Scalar) {
        JsonPath at = JsonPath.in(file, key, value);
        texts.add(new Rules.Text(Kinds.ALL, at, role, false, false, false));
        continue;
      }
      Section rule = file.section(key, value, List.of("when", "at", "means", "is"));
      Optional<Meaning> means = rule.choice("means", Meaning.class);
      means.ifPresent(meaning -> requireRefused(rule, meaning));
      boolean isRepetition = rule.choice("is", Is.class).isPresent();
      texts.add(new Rules.Text(when(rule), at(rule), role, means.isPresent(), isRepetition, false));
    }
    return texts;
  }

  private static void requireRefused(Section rule, Meaning meaning) {
    if (meaning != Meaning.REFUSED) {
      throw rule.error("means", "text can't mean that", "Accepted: refused.");
    }
  }

  private static JsonPath at(Section rule) {
    return JsonPath.in(rule, "at")
        .orElseThrow(() -> rule.error("at", "it is missing", "Say where the text is: at: /path."));
  }

  /** Where one rule looks into what another takes for text, only the former finds the text. */
  private static List<Rules.Text> withAbove(List<Rules.Text> texts) {
    return texts.stream()
        .map(
            text ->
                new Rules.Text(
                    text.when(),
                    text.at(),
                    text.role(),
                    text.refused(),
                    text.isRepetition(),
                    texts.stream()
                        .anyMatch(
                            other ->
                                text.at().isAbove(other.at())
                                    && text.when().overlaps(other.when()))))
        .toList();
  }

  private static Kinds when(Section rule) {
    List<String> kinds = rule.texts("when");
    return kinds.isEmpty() ? Kinds.ALL : Kinds.of(kinds);
  }

  private <R> List<R> rules(String key, List<String> keys, BiFunction<Section, Value, R> reader) {
    return file.list(key).stream()
        .map(value -> reader.apply(file.section(key, value, keys), value))
        .toList();
  }

  private static void requireAbout(Section rule) {
    if (!rule.has("when") && !rule.has("at")) {
      throw rule.error("", "it is about every event", "Give when: KIND or at: PATH.");
    }
  }

  private List<Match> matches(String key) {
    return rules(
        key,
        List.of("when", "at"),
        (rule, value) -> {
          requireAbout(rule);
          return new Match(when(rule), JsonPath.in(rule, "at").orElse(null));
        });
  }

  private List<Match> kinds(String key) {
    List<String> kinds = file.texts(key);
    return kinds.isEmpty() ? List.of() : List.of(new Match(Kinds.of(kinds), null));
  }

  private Rules.Retract retract(Section rule, Value value) {
    requireAbout(rule);
    What what = rule.choice("what", What.class).orElse(What.ALL);
    return new Rules.Retract(when(rule), JsonPath.in(rule, "at").orElse(null), what == What.ALL);
  }

  private Rules.Error error(Section rule, Value value) {
    requireAbout(rule);
    return new Rules.Error(
        when(rule),
        JsonPath.in(rule, "at").orElse(null),
        JsonPath.allIn(rule, "message"),
        JsonPath.allIn(rule, "kind"),
        Set.copyOf(rule.texts("busy")));
  }

  private Rules.Reason reason(Section rule, Value value) {
    requireAbout(rule);
    if (rule.has("of") && !rule.has("in")) {
      throw rule.error("of", "it needs in", "Say where the parts are: in: /choices/*.");
    }
    Value means =
        rule.value("means")
            .orElseThrow(
                () -> rule.error("means", "it is missing", "Give means: { WORD: MEANING }."));
    Map<String, Meaning> words = null;
    Meaning otherwise = Meaning.ERROR;
    if (means instanceof Members members) {
      words = new LinkedHashMap<>();
      for (Map.Entry<String, Value> word : members.values().entrySet()) {
        words.put(
            word.getKey(), rule.choice("means." + word.getKey(), word.getValue(), Meaning.class));
      }
    } else {
      otherwise = rule.choice("means", means, Meaning.class);
    }
    return new Rules.Reason(
        when(rule),
        JsonPath.in(rule, "in").orElse(null),
        JsonPath.in(rule, "of").orElse(null),
        JsonPath.in(rule, "at").orElse(null),
        words,
        otherwise,
        rule.choice("absent", Meaning.class).orElse(null));
  }

  Rules.Used used() {
    return file.section("usage", List.of("input", "output", "reasoning"))
        .map(
            usage ->
                new Rules.Used(
                    JsonPath.allIn(usage, "input"),
                    JsonPath.allIn(usage, "output"),
                    JsonPath.allIn(usage, "reasoning")))
        .orElse(new Rules.Used(List.of(), List.of(), List.of()));
  }

  /** Where events have no kinds, no rule can ask for one. */
  void requireNoKinds(Mapping.Meanings meanings) {
    if (meanings.isDeclared()) {
      throw file.error(
          "kind",
          "rules ask for the kind of an event, and nothing says where that is",
          "Give kind: event, or the path to it, such as kind: /type.");
    }
  }

  /** What the rules explain is not searched for errors besides. */
  Explained explained(JsonPath kind, Mapping.Meanings meanings) {
    List<List<String>> paths = new ArrayList<>();
    if (kind != null) {
      paths.add(kind.names());
    }
    JsonPath.allIn(file, "foreign").forEach(path -> paths.add(path.names()));
    for (Rules.Reason reason : meanings.reasons()) {
      if (reason.at() != null) {
        JsonPath in = reason.in() == null ? WHOLE : reason.in();
        paths.add(Stream.concat(in.names().stream(), reason.at().names().stream()).toList());
      }
    }
    return Explained.of(paths);
  }
}
