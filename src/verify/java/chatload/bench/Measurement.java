package chatload.bench;

import chatload.metric.NearestRank;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How one client did under one load. Errors are measured minus true times of single chats,
 * milliseconds, ascending; connection set-up is part of them.
 *
 * @param gapErrors of the longest gap between two tokens, without a sign
 * @param chats chats that the client saw through
 * @param cpuMicrosPerToken its processor time per token that the service sent, microseconds
 * @param bytesPerStream its memory per open stream; empty where not all streams are open together
 */
record Measurement(
    Load load,
    Client client,
    int chats,
    double[] firstTokenErrors,
    double[] totalErrors,
    double[] gapErrors,
    double cpuMicrosPerToken,
    OptionalDouble bytesPerStream) {

  static Measurement of(Load load, Client client, Path directory)
      throws IOException, InterruptedException {
    Path journal = directory.resolve("journal.jsonl");
    Path samples = directory.resolve("samples.txt");
    try (Service service = Service.start(load, journal)) {
      client.run(service.url(), load, service.token(), directory, samples);
    }
    Map<String, Timed> truth =
        Timed.read(journal).stream().collect(Collectors.toMap(Timed::traceId, Function.identity()));
    List<Timed> measured =
        Timed.read(client.times(directory)).stream().filter(Timed::isComplete).toList();
    Usage usage = Usage.read(samples);
    long from = truth.values().stream().mapToLong(Measurement::received).min().orElseThrow();
    long to =
        truth.values().stream()
            .filter(Timed::isComplete)
            .mapToLong(chat -> received(chat) + Math.round(chat.totalMs()))
            .max()
            .orElseThrow();
    long tokens = (long) truth.size() * load.tokens();
    return new Measurement(
        load,
        client,
        measured.size(),
        errors(measured, truth, Timed::firstTokenMs),
        errors(measured, truth, Timed::totalMs),
        gapErrors(measured, truth),
        usage.cpuNanos(from, to) / 1e3 / tokens,
        load.isOneChatPerUser() ? usage.bytesPerStream(load.users()) : OptionalDouble.empty());
  }

  private static long received(Timed chat) {
    return Instant.parse(chat.receivedAt()).toEpochMilli();
  }

  private static double[] errors(
      List<Timed> measured, Map<String, Timed> truth, ToDoubleFunction<Timed> time) {
    return measured.stream()
        .mapToDouble(
            chat -> time.applyAsDouble(chat) - time.applyAsDouble(truth.get(chat.traceId())))
        .sorted()
        .toArray();
  }

  /** Of the longest gap of each chat, in either direction; none for clients that do not tell. */
  private static double[] gapErrors(List<Timed> measured, Map<String, Timed> truth) {
    return measured.stream()
        .filter(chat -> chat.maxGapMs() != null)
        .mapToDouble(chat -> Math.abs(chat.maxGapMs() - truth.get(chat.traceId()).maxGapMs()))
        .sorted()
        .toArray();
  }

  double gapErrorP95() {
    return NearestRank.of(95, gapErrors);
  }

  double firstTokenErrorP95() {
    return NearestRank.of(95, firstTokenErrors);
  }

  double totalErrorP95() {
    return NearestRank.of(95, totalErrors);
  }
}
