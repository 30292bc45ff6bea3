package chatload.faults;

import chatload.faults.Row.Protocol;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.service.fault.Fault;
import chatload.service.reply.WireFormat;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of the fault matrix in the protocols that files describe. What comes of a fault is what
 * comes of it in the checklist's protocol, but for what stands here.
 */
final class ProtocolRows {

  /** Whether they are asked for. */
  static final boolean WANTED = Boolean.getBoolean("protocols.all");

  /** Faults that a service of the checklist's protocol can't have. */
  private static final Map<Fault, Outcome> OWN = new EnumMap<>(Fault.class);

  /** By fault, what comes of it in some protocols. */
  private static final Map<Fault, Map<String, Outcome>> OTHERWISE = new EnumMap<>(Fault.class);

  static {
    OWN.put(Fault.OTHER_ERROR, Outcome.ERROR_EVENT);
    OWN.put(Fault.FILTERED, Outcome.FILTERED);
    OWN.put(Fault.CUT_SHORT, Outcome.CUT_SHORT);
    OWN.put(Fault.REFUSAL, Outcome.REFUSED);
    OWN.put(Fault.TOOL_CALL, Outcome.NO_ANSWER);
    OWN.put(Fault.OTHER_MODEL, Outcome.OTHER_MODEL);
    OWN.put(Fault.NO_REASON, Outcome.TRUNCATED);
    OWN.put(Fault.NO_MARKER, Outcome.TRUNCATED);
    OWN.put(Fault.LOST_EVENT, Outcome.MALFORMED);
    OWN.put(Fault.THINKING, Outcome.OK);
    OWN.put(Fault.RETRACTED, Outcome.OK);
    OWN.put(Fault.BARE_END, Outcome.OK);

    but(Fault.DONE_UNFINISHED, Outcome.OK, "openai-chat", "ai-sdk-ui", "ai-sdk-data", "ollama");
    but(Fault.DOUBLE_DONE, Outcome.OK, "openai-chat", "gemini");
    but(Fault.TOKEN_AFTER_DONE, Outcome.TRUNCATED, "gemini");
    but(Fault.TRUNCATED, Outcome.OK, "text");
    but(Fault.TOKEN_FLOOD, Outcome.MALFORMED, "text"); // all of it is one event, which has a bound
    but(Fault.LENGTH_TOO_SHORT, Outcome.OK, "ai-sdk-ui");
    but(Fault.LEAVE_OPEN, Outcome.TOTAL_TIMEOUT, "gemini", "text");
    but(Fault.LENGTH_TOO_LONG, Outcome.TOTAL_TIMEOUT, "gemini", "text");
    but(Fault.HTTP10_CLOSE, Outcome.TRUNCATED, "text");
  }

  /** The floods that are a matter of framing, and a protocol for each framing. */
  private static final Set<Fault> FLOODS =
      EnumSet.of(Fault.COMMENT_FLOOD, Fault.TOKEN_FLOOD, Fault.ENDLESS_LINE, Fault.GZIP_BOMB);

  private static final Set<String> FRAMINGS =
      Set.of("openai-chat", "ollama", "ai-sdk-data", "text");

  static final List<Row> ALL = wires().flatMap(ProtocolRows::rows).toList();

  private ProtocolRows() {}

  private static void but(Fault fault, Outcome outcome, String... protocols) {
    for (String protocol : protocols) {
      OTHERWISE.computeIfAbsent(fault, unused -> new HashMap<>()).put(protocol, outcome);
    }
  }

  /** The protocols that files describe. */
  static Stream<WireFormat> wires() {
    return WireFormat.NAMES.stream().map(WireFormat::named).filter(w -> w != WireFormat.EYWA);
  }

  /** What can run together: the rows of a protocol, and all floods, which slow others down. */
  static Collection<List<Row>> together() {
    return ALL.stream()
        .collect(Collectors.groupingBy(row -> row.isFlood() ? "floods" : row.wire().name()))
        .values();
  }

  /** What comes of it in most protocols. */
  static Outcome usual(Fault fault) {
    return eywas(fault).map(row -> row.outcomes().get(0)).orElseGet(() -> OWN.get(fault));
  }

  private static Optional<Row> eywas(Fault fault) {
    return FaultMatrix.ROWS.stream()
        .filter(row -> row.protocol() == Protocol.PLAIN && row.label().equals(fault.label()))
        .findFirst();
  }

  private static Stream<Row> rows(WireFormat wire) {
    return Stream.of(Fault.values())
        .filter(fault -> fault.isIn(wire) && isMet(fault, wire))
        .map(fault -> row(fault, wire));
  }

  private static boolean isMet(Fault fault, WireFormat wire) {
    boolean isFlood = FaultMatrix.FLOODS.contains(fault.label());
    boolean isOfItsFraming = FLOODS.contains(fault) && FRAMINGS.contains(wire.name());
    return fault != Fault.OTHERS_TRACE && (!isFlood || isOfItsFraming);
  }

  private static Row row(Fault fault, WireFormat wire) {
    Optional<Row> eywas = eywas(fault);
    Outcome otherwise = OTHERWISE.getOrDefault(fault, Map.of()).get(wire.name());
    boolean isAsEywas = eywas.isPresent() && otherwise == null;
    Outcome outcome = otherwise == null ? usual(fault) : otherwise;
    Cause cause = isAsEywas ? eywas.get().cause() : cause(outcome);
    List<Outcome> outcomes = List.of(outcome);
    return new Row(
        fault.label(),
        fault.meaning(),
        Protocol.PLAIN,
        wire,
        outcomes,
        cause,
        1,
        FaultMatrix.verdict(outcomes, cause),
        isAsEywas ? eywas.get().detection() : Detection.BY_THE_LIMIT,
        services -> services.plain(fault, wire));
  }

  private static Cause cause(Outcome outcome) {
    return switch (outcome) {
      case OK -> null;
      case ERROR_EVENT, TRUNCATED, OTHER_MODEL, TOTAL_TIMEOUT -> Cause.SERVICE;
      case MALFORMED -> Cause.PROTOCOL;
      default -> Cause.MODEL;
    };
  }
}
