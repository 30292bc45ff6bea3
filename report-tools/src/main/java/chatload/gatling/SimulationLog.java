package chatload.gatling;

import chatload.gatling.LogRecord.Group;
import chatload.gatling.LogRecord.Request;
import chatload.gatling.LogRecord.Run;
import chatload.gatling.LogRecord.User;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads the binary simulation.log that Gatling 3.13.0 to 3.15.1 writes, record by record, in memory
 * that does not grow with their number.
 *
 * <p>All numbers are big-endian. The building blocks:
 *
 * <pre>
 * bool    1 byte, 0 or 1
 * int     4 bytes, signed; counts and lengths too
 * long    8 bytes, signed
 * string  int length in bytes; if that is not 0: the bytes, then 1 byte coder:
 *         0 ISO 8859-1, 1 UTF-16 in the byte order of the machine (read as little-endian)
 * cached  int index; if positive it is one more than the last new one (the first is 1), and the
 *         string follows; if negative it is an earlier one's index times -1, and nothing follows
 * groups  int count, that many cached: names of nested groups, outermost first
 * time    int, milliseconds since the start in the run record
 * </pre>
 *
 * Every record begins with one byte that says what it is. The first one, and no other, is the run:
 *
 * <pre>
 * 0 run      string Gatling version, string class, long start (milliseconds since 1970), string
 *            description, int count, that many string scenarios, int count, that many assertions
 *            (int length and as many bytes, pickled by a library; skipped here)
 * 1 request  groups, cached name, time start, time end, bool ok, cached message (empty: none)
 * 2 user     int scenario (position in the run record, from 0), bool came or went, time
 * 3 group    groups, time start, time end, int cumulated response time (milliseconds), bool ok
 * 4 error    cached message, time
 * </pre>
 *
 * A request whose end is the smallest int, or the smallest long minus the start cut to an int, is
 * an incoming server-sent event that no check waited for. Gatling's classes provide for it, but up
 * to 3.15.1 no such record gets as far as the file.
 *
 * <p>Source: {@code LogFileDataWriter} of gatling-core and {@code LogFileReader} of gatling-charts,
 * whose order of bytes did not change between these versions; and logs that they wrote. Gatling
 * 3.12 and older wrote text.
 */
public final class SimulationLog {

  /** The versions whose logs can be read, for people. */
  public static final String VERSIONS = "3.13.0 to 3.15.1";

  /** What Gatling calls the file. */
  public static final String FILE_NAME = "simulation.log";

  static final int MOST_SCENARIOS = 10_000;
  static final int DEEPEST_GROUP = 100;

  private static final Pattern KNOWN_VERSION =
      Pattern.compile("3\\.(13\\.\\d+|14\\.\\d+|15\\.[01])");

  private final LogInput in;
  private final Consumer<? super LogRecord> visitor;
  private Run run;
  private long records;

  private SimulationLog(InputStream in, Consumer<? super LogRecord> visitor) {
    this.in = new LogInput(in);
    this.visitor = visitor;
  }

  /**
   * How far a log could be read.
   *
   * @param records whole records that were handed out
   * @param truncated whether the file ends in mid-record (or before the first one)
   */
  public record End(long records, boolean truncated) {}

  /**
   * Reads to the end of the stream.
   *
   * @param visitor gets every whole record in the order of the file
   * @throws UnusableLog when it is no simulation.log of a {@link #VERSIONS known version}, or its
   *     bytes can't be what Gatling wrote
   */
  public static End read(InputStream in, Consumer<? super LogRecord> visitor)
      throws IOException, UnusableLog {
    return new SimulationLog(in, visitor).records();
  }

  private End records() throws IOException, UnusableLog {
    try {
      for (int header = in.byteOrEnd(); header >= 0; header = in.byteOrEnd()) {
        if (records == 0) {
          run = run(header);
          visitor.accept(run);
        } else {
          visitor.accept(record(header));
        }
        records++;
      }
      return new End(records, records == 0);
    } catch (EOFException e) {
      return new End(records, true);
    }
  }

  private Run run(int header) throws IOException, UnusableLog {
    if (header == 'R' || header == 'A') {
      requireNoText(header == 'R' ? "RUN\t" : "ASSERTION\t");
    }
    if (header != 0) {
      throw in.damaged("it does not begin with the record of a run");
    }
    String version = in.string();
    if (!KNOWN_VERSION.matcher(version).matches()) {
      throw UnusableLog.version(version.length() > 40 ? version.substring(0, 40) : version);
    }
    String simulationClass = in.string();
    long start = in.int64();
    String description = in.string();
    List<String> scenarios = new ArrayList<>();
    for (int left = in.count(MOST_SCENARIOS, "scenarios"); left > 0; left--) {
      scenarios.add(in.string());
    }
    for (int left = in.count(Integer.MAX_VALUE, "assertions"); left > 0; left--) {
      in.skip(in.int32());
    }
    return new Run(version, simulationClass, start, description, scenarios);
  }

  private void requireNoText(String beginning) throws IOException, UnusableLog {
    for (int i = 1; i < beginning.length(); i++) {
      if (in.byteOrEnd() != beginning.charAt(i)) {
        throw in.damaged("it does not begin with the record of a run");
      }
    }
    throw UnusableLog.text();
  }

  private LogRecord record(int header) throws IOException, UnusableLog {
    return switch (header) {
      case 1 -> request();
      case 2 -> user();
      case 3 -> new Group(groups(), in.int32(), in.int32(), in.int32(), in.bool());
      case 4 -> new LogRecord.Error(in.cachedString(), in.int32());
      default -> throw in.damaged("there is no record of kind " + header);
    };
  }

  private Request request() throws IOException, UnusableLog {
    List<String> groups = groups();
    String name = in.cachedString();
    int start = in.int32();
    int end = in.int32();
    boolean unmatched =
        end == Integer.MIN_VALUE || end == (int) (Long.MIN_VALUE - run.startMillis());
    return new Request(groups, name, start, end, in.bool(), in.cachedString(), unmatched);
  }

  private User user() throws IOException, UnusableLog {
    int scenario = in.int32();
    if (scenario < 0 || scenario >= run.scenarios().size()) {
      throw in.damaged("there is no scenario " + scenario);
    }
    return new User(run.scenarios().get(scenario), in.bool(), in.int32());
  }

  private List<String> groups() throws IOException, UnusableLog {
    int depth = in.count(DEEPEST_GROUP, "nested groups");
    if (depth == 0) {
      return List.of();
    }
    String[] names = new String[depth];
    for (int i = 0; i < depth; i++) {
      names[i] = in.cachedString();
    }
    return Arrays.asList(names);
  }
}
