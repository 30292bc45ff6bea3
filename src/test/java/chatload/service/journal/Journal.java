package chatload.service.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the service knows to be true of every chat: the other side of a load test's measurements.
 * Every {@code POST /api/chat} counts, refused ones too. May be read from any thread at any time.
 *
 * <p>Instants are taken in the event loop just before the write, which is flushed at once. On the
 * loopback interface the bytes lie in the receiver's buffer before that call returns, and the
 * receiver may run before the sender does again, so an instant taken afterwards could be later than
 * the truth; this one is earlier by no more than the system call (some microseconds). The exception
 * is a client that reads so slowly that its buffers are full.
 */
public final class Journal {

  private final Map<String, Trace> traces = new ConcurrentHashMap<>();
  private final AtomicInteger posts = new AtomicInteger();
  private final Optional<JournalFile> file;

  public Journal(Optional<JournalFile> file) {
    this.file = file;
  }

  /** What is known of a trace id, as of now; empty when it was never POSTed. */
  public Optional<Entry> entry(String traceId) {
    return Optional.ofNullable(traces.get(traceId)).map(Trace::entry);
  }

  /** Everything known as of now, one entry per trace id, in order of arrival. */
  public List<Entry> entries() {
    return traces.values().stream()
        .map(Trace::entry)
        .sorted((a, b) -> Long.signum(a.receivedNanos() - b.receivedNanos()))
        .toList();
  }

  /** How many POSTs arrived in all. */
  public int posts() {
    return posts.get();
  }

  public Trace post(String traceId, long receivedNanos) {
    posts.incrementAndGet();
    Instant now = Instant.now();
    return traces.compute(
        traceId,
        (id, last) -> new Trace(id, last == null ? 1 : last.posts() + 1, receivedNanos, now));
  }

  /** Nothing more will be written for it. */
  public void finished(Trace trace) {
    file.ifPresent(journalFile -> journalFile.append(trace));
  }
}
