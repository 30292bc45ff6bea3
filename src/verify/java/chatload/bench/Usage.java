package chatload.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What {@link Sampled} noted of a process. */
record Usage(List<Note> notes) {

  /**
   * One line.
   *
   * @param memory heap in use and direct memory, bytes; empty if it was not looked at
   * @param lookingNanos processor time that looking at memory took
   */
  record Note(long atMillis, long cpuNanos, Optional<Memory> memory, long lookingNanos) {

    static Note parse(String line) {
      String[] words = line.split(" ");
      long at = Long.parseLong(words[1]);
      long cpu = Long.parseLong(words[2]);
      if (words[0].equals("cpu")) {
        return new Note(at, cpu, Optional.empty(), 0);
      }
      Memory memory = new Memory(Long.parseLong(words[3]), Long.parseLong(words[4]));
      return new Note(at, cpu, Optional.of(memory), Long.parseLong(words[5]));
    }
  }

  record Memory(long heapBytes, long directBytes) {}

  static Usage read(Path file) throws IOException {
    return new Usage(Files.readAllLines(file).stream().map(Note::parse).toList());
  }

  /** Processor time between two instants (ms since the epoch) but for looking at memory. */
  long cpuNanos(long fromMillis, long toMillis) {
    long looking =
        notes.stream()
            .filter(note -> note.atMillis() > fromMillis && note.atMillis() <= toMillis)
            .mapToLong(Note::lookingNanos)
            .sum();
    return nearest(toMillis).cpuNanos() - nearest(fromMillis).cpuNanos() - looking;
  }

  private Note nearest(long millis) {
    return notes.stream()
        .min(Comparator.comparingLong(note -> Math.abs(note.atMillis() - millis)))
        .orElseThrow();
  }

  /**
   * Memory per open stream, bytes: the live heap with all of them open minus that at the end, and
   * all direct memory. Empty if it was not looked at twice.
   */
  OptionalDouble bytesPerStream(int streams) {
    List<Memory> looks = notes.stream().flatMap(note -> note.memory().stream()).toList();
    if (looks.size() != 2) {
      return OptionalDouble.empty();
    }
    long heap = looks.get(0).heapBytes() - looks.get(1).heapBytes();
    return OptionalDouble.of((double) (heap + looks.get(0).directBytes()) / streams);
  }
}
