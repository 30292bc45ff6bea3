package chatload.gatling;

import java.util.List;

/**
 * One record of a simulation.log. Times are milliseconds since {@link Run#startMillis()}; line
 * breaks and tabs in names and messages are blanks, as in Gatling's own reports.
 */
public sealed interface LogRecord {

  /**
   * What was run; the first record, and only the first.
   *
   * @param gatlingVersion version that wrote the log
   * @param simulationClass name of the simulation's class
   * @param startMillis wall clock at the start, milliseconds since 1970
   * @param description what the user called the run; often empty
   * @param scenarios names of its scenarios
   */
  record Run(
      String gatlingVersion,
      String simulationClass,
      long startMillis,
      String description,
      List<String> scenarios)
      implements LogRecord {
    public Run {
      scenarios = List.copyOf(scenarios);
    }
  }

  /**
   * A virtual user came or went.
   *
   * @param scenario what it does
   * @param start whether it came
   * @param atMillis when
   */
  record User(String scenario, boolean start, int atMillis) implements LogRecord {}

  /**
   * A request ended, or a check that Gatling reports like one.
   *
   * @param groups groups that it is in, outermost first
   * @param name its name
   * @param startMillis when it began
   * @param endMillis when it ended; nothing meaningful if {@code unmatched}
   * @param ok whether it succeeded
   * @param message what went wrong; empty if nothing
   * @param unmatched whether it is no request, but a message of the server that nothing waited for
   */
  record Request(
      List<String> groups,
      String name,
      int startMillis,
      int endMillis,
      boolean ok,
      String message,
      boolean unmatched)
      implements LogRecord {

    /** Milliseconds; wraps around like Gatling's own difference. */
    public int responseMillis() {
      return endMillis - startMillis;
    }
  }

  /**
   * A user left a group.
   *
   * @param groups the group, after those that it is in
   * @param startMillis when the user entered it
   * @param endMillis when the user left it
   * @param cumulatedMillis sum of the response times in it, without pauses
   * @param ok whether everything in it succeeded
   */
  record Group(List<String> groups, int startMillis, int endMillis, int cumulatedMillis, boolean ok)
      implements LogRecord {

    /** Milliseconds from entering to leaving. */
    public int durationMillis() {
      return endMillis - startMillis;
    }
  }

  /**
   * Something went wrong before there was a request.
   *
   * @param message what
   * @param atMillis when
   */
  record Error(String message, int atMillis) implements LogRecord {}
}
