package chatload.merge;

import chatload.files.Json;
import chatload.records.RunEvidence;
import chatload.run.ChatRecord;
import chatload.run.Millis;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The records of a scenario whose parts are joined, in the order in which the chats ended. Nothing
 * of a record changes but when it began: since the earliest start of all parts, on the service's
 * clock.
 */
final class JoinedChats {

  private static final Comparator<Source> BY_END =
      Comparator.<Source>comparingDouble(Source::endMs)
          .thenComparingInt(source -> source.next().id());

  private final List<PartRun> runs;
  private final Optional<Double> start;

  JoinedChats(List<PartRun> runs) {
    this.runs = runs;
    this.start = runs.stream().flatMap(run -> run.start().stream()).min(Comparator.naturalOrder());
  }

  /** The earliest start, milliseconds since 1970 on the service's clock. */
  Optional<Double> start() {
    return start;
  }

  /** From the first chat's start to the last one's end, milliseconds; empty without a record. */
  Optional<Double> span() {
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    for (Source source : sources()) {
      for (ChatRecord chat : source.chats) {
        from = Math.min(from, chat.startMs() + source.laterMs);
        to = Math.max(to, chat.startMs() + source.laterMs + chat.elapsedMs());
      }
    }
    return from > to ? Optional.empty() : Optional.of(to - from);
  }

  /** Writes one line per chat. */
  void writeTo(OutputStream out) throws IOException {
    PriorityQueue<Source> queue = new PriorityQueue<>(BY_END);
    sources().stream().filter(Source::advance).forEach(queue::add);
    while (!queue.isEmpty()) {
      Source source = queue.remove();
      out.write(source.line());
      out.write('\n');
      if (source.advance()) {
        queue.add(source);
      }
    }
  }

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (PartRun run : runs) {
      double later = run.start().map(own -> own - start.orElse(own)).orElse(0.0);
      run.evidence()
          .map(RunEvidence::chats)
          .ifPresent(chats -> sources.add(new Source(chats.chats(), later)));
    }
    return sources;
  }

  /** The records of one part, one after the other. */
  private static final class Source {
    private final List<ChatRecord> chats;
    private final double laterMs;
    private int read;
    private ChatRecord next;

    Source(List<ChatRecord> chats, double laterMs) {
      this.chats = chats;
      this.laterMs = laterMs;
    }

    boolean advance() {
      next = read < chats.size() ? chats.get(read++) : null;
      return next != null;
    }

    ChatRecord next() {
      return next;
    }

    private double startMs() {
      return Millis.rounded(next.startMs() + laterMs);
    }

    double endMs() {
      return startMs() + next.elapsedMs();
    }

    byte[] line() throws IOException {
      ObjectNode tree = Json.MAPPER.valueToTree(next);
      return Json.MAPPER.writeValueAsBytes(tree.put("startMs", startMs()));
    }
  }
}
